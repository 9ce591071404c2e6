using Loim.Access;
using Loim.Modules;

namespace Loim.Accounts.Granting;

/// <summary>Somebody was given a key of the house: to manage accounts, or to see the audit. For a while it stands on the desk of all the others who have one.</summary>
[Processing("purpose.key-grant", LawfulBasis.LegalDuty, "retention.key-grant", IsOfStaff = true)]
internal sealed class KeyGrant
{
    public static readonly string[] Keys = [Permissions.Manage, "administration.audit"];
    public static readonly TimeSpan ToldFor = TimeSpan.FromDays(14);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }

    /// <summary>One of <see cref="Keys"/>.</summary>
    public required string Permission { get; init; }

    /// <summary>Who gave it; empty where it was the command line.</summary>
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    public static KeyGrant Of(Account account, string permission, Viewer by, DateTime now) => new()
    {
        AccountId = account.Id, AccountName = account.DisplayName, Permission = permission, By = by.Account, ByName = by.Name, At = now,
    };
}
