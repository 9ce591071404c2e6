using Tartu.ServiceCentre.Visits;

namespace Tartu.ServiceCentre.Registry;

internal enum RegistryKind { PersonalCode, Residence }

/// <summary>What the state register answered.</summary>
internal enum RegistryOutcome { Entered, Refused }

internal enum RegistryState { Gathering, Ready, Settled }

/// <summary>An application that somebody makes at the desk. The decision stays in the state register, and no paper is copied:
/// kept are which papers there were, the outcome and its day.</summary>
/// <remarks>Source: TRT-02.</remarks>
[Processing("purpose.registry", LawfulBasis.PublicTask, "data.registry")]
internal sealed class RegistryService
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid VisitId { get; init; }
    public required RegistryKind Kind { get; init; }

    /// <summary>Null: nobody asked for the name, or the person was erased.</summary>
    public Guid? PersonId { get; private set; }
    public required DateOnly OpenedOn { get; init; }
    public Guid? PlanLine { get; init; }

    /// <summary>Codes of the papers that are there.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>When the person comes back.</summary>
    public DateOnly? AppointmentOn { get; private set; }
    public RegistryOutcome? Outcome { get; private set; }
    public DateOnly? SettledOn { get; private set; }

    public RegistryState State => Outcome is not null ? RegistryState.Settled : HasAllPapers ? RegistryState.Ready : RegistryState.Gathering;

    /// <summary>Codes of the papers that the register asks for; named by the texts <c>paper.{code}</c>.</summary>
    public IReadOnlyList<string> Checklist => Kind == RegistryKind.PersonalCode ? ["identity", "application", "ground"] : ["identity", "notice", "dwelling"];

    private bool HasAllPapers => Checklist.All(Papers.Contains);

    public static RegistryService Open(Visit visit, RegistryKind kind, Guid? planLine) =>
        new() { VisitId = visit.Id, Kind = kind, PersonId = visit.PersonId, OpenedOn = visit.Day, PlanLine = planLine };

    /// <summary>The paper is there, or is not after all. A settled one stays as it is.</summary>
    public void Tick(string paper, bool isThere)
    {
        if (Outcome is not null || !Checklist.Contains(paper)) { return; }
        Papers = [.. Checklist.Where(p => p == paper ? isThere : Papers.Contains(p))];
    }

    public void Appoint(DateOnly? day) => AppointmentOn = Outcome is null ? day : AppointmentOn;

    /// <returns>False while a paper is missing, or when it was settled already.</returns>
    public bool Settle(RegistryOutcome outcome, DateOnly day)
    {
        if (State != RegistryState.Ready) { return false; }
        (Outcome, SettledOn, AppointmentOn) = (outcome, day, null);
        return true;
    }

    public void Reopen() => (Outcome, SettledOn) = (null, null);

    /// <summary>Something was done for it: it stays, and stays with whom it was begun for.</summary>
    public bool IsBegun => Papers.Count > 0 || AppointmentOn is not null || Outcome is not null;

    /// <summary>For whom it is was said wrongly or forgotten.</summary>
    /// <exception cref="InvalidOperationException">It is begun for somebody else.</exception>
    public void Concern(Guid person)
    {
        if (IsBegun && PersonId is not null && PersonId != person) { throw new InvalidOperationException($"Application {Id} is begun for somebody else."); }
        PersonId = person;
    }

    public void Forget() => PersonId = null;
}
