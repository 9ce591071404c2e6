using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Loim.Accounts;

/// <summary>Passwords that the house makes: for a first sign-in, and for demonstration accounts that nobody signs in to by typing.</summary>
internal static class Passwords
{
    /// <summary>Twenty letters and digits that cannot be mistaken for one another, in groups of five: about 98 bits.</summary>
    public static string New() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));
}

/// <summary>A password that holds one's own name is the first that a stranger tries.</summary>
internal sealed class NotOneself : IPasswordValidator<Account>
{
    public const string Code = "PasswordHoldsName";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var parts = user.DisplayName.Split(' ').Append(user.Name).Append(user.Name.Split('@')[0]).Where(p => p.Length > 2);
        return Task.FromResult(parts.Any(p => password?.Contains(p, StringComparison.OrdinalIgnoreCase) == true)
            ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "The password holds the account's own name." })
            : IdentityResult.Success);
    }
}
