using Loim.Data;
using Loim.Modules;

namespace Loim.Accounts.Tara.Identities;

/// <summary>As whom TARA knows an account; the administrator binds it, nobody's sign-in does.</summary>
[Processing("purpose.identity", LawfulBasis.PublicTask, "retention.identity", IsOfStaff = true)]
internal sealed class Identity
{
    /// <summary>The account's id.</summary>
    public required Guid Id { get; init; }
    public Account? Account { get; init; }

    /// <summary>Issuer, country and code.</summary>
    public Secret Subject { get; private set; }
    public string SubjectIndex { get; private set; } = "";

    public static SecretPlace Place(Guid account) => new("accounts_identities", nameof(Subject), account);

    public void Be(TaraIdentity who, BlindIndex index) => (Subject, SubjectIndex) = (who.Seal(), who.Index(index));
}
