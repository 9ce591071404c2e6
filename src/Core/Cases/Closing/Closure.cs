using Loim.Access;
using Loim.Cases.Casework;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Closing;

/// <summary>One end of a case. It stays in the case's history when the case is opened again, with whoever did so and why.</summary>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Closure
{
    public const int LongestReason = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly ClosedOn { get; init; }
    public required Guid ClosedBy { get; init; }
    public required string ClosedByName { get; init; }
    public required CaseOutcome Outcome { get; init; }

    /// <summary>What was said at the end.</summary>
    [Special]
    public Secret? Ending { get; private set; }
    public DateOnly? ReopenedOn { get; private set; }
    public Guid? ReopenedBy { get; private set; }
    public string? ReopenedByName { get; private set; }
    [Special]
    public Secret? ReopenReason { get; private set; }

    public static SecretPlace Place(string column, Guid id) => new("cases_closures", column, id);

    public static Closure Of(Case it, CaseOutcome outcome, string? ending, Viewer by, DateOnly today) => new()
    {
        CaseId = it.Id, PersonId = it.PersonId, ClosedOn = today, ClosedBy = by.Account, ClosedByName = by.Name,
        Outcome = outcome, Ending = ending is null ? null : Secret.Of(ending),
    };

    public void Reopen(string reason, Viewer by, DateOnly today)
    {
        if (ReopenedOn is not null) { throw new InvalidOperationException("The case has been opened again already."); }
        (ReopenedOn, ReopenedBy, ReopenedByName, ReopenReason) = (today, by.Account, by.Name, Secret.Of(reason));
    }

    public void Forget() => (Ending, ReopenReason) = (null, null);
}
