using Loim.Access;
using Loim.Cases.Casework;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.BreakGlass;

/// <summary>Somebody opened a case that is closed to them: with a reason, for a while, known to its case manager. It ends by itself.</summary>
[Processing("purpose.opening", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Opening
{
    public const int LongestReason = 1000;
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid Account { get; init; }
    public required string AccountName { get; init; }

    /// <summary>The case manager of that moment, who is told; null where it was not kept yet.</summary>
    public Guid? Owner { get; init; }
    [Special]
    public Secret Reason { get; private set; }
    public required DateTime At { get; init; }
    public required DateTime Until { get; init; }

    public static SecretPlace ReasonPlace(Guid id) => new("cases_openings", nameof(Reason), id);

    public static Opening Of(Case it, string reason, Viewer by, DateTime now) => new()
    {
        CaseId = it.Id, PersonId = it.PersonId, Account = by.Account, AccountName = by.Name, Owner = it.Owner, Reason = Secret.Of(reason), At = now, Until = now + Lasts,
    };

    public void Forget() => Reason = Secret.Of("");
}
