using Loim.People;
using Tartu.ServiceCentre.Desks;

namespace Tartu.ServiceCentre.Visits;

/// <summary>One visit at the desk, of a person named or not: several matters may be settled in it, and each service counts.</summary>
/// <remarks>Source: TRT-04.</remarks>
[Processing("purpose.visit", LawfulBasis.PublicTask, "data.visit")]
internal sealed class Visit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Of the day in Estonia, 0 to 23.</summary>
    public required int Hour { get; init; }
    public SpokenLanguage Language { get; private set; }

    /// <summary>Null where nobody asked.</summary>
    public StayBasis? Basis { get; private set; }

    /// <summary>Null: nobody asked for the name, or the person was erased.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Of the one who recorded it; null is the municipality.</summary>
    public string? Organisation { get; init; }

    /// <summary>Staff of both organisations gave advice together: both see it.</summary>
    public bool IsJoint { get; private set; }
    public required Guid RecordedBy { get; init; }
    public required string RecordedByName { get; init; }
    public Guid? PlanLine { get; init; }

    /// <summary>Codes of <see cref="Visits.Topics"/>.</summary>
    [Special]
    public IReadOnlyList<string> Topics { get; private set; } = [];
    public List<VisitService> Services { get; private init; } = [];

    public static Visit Of(VisitAnswers said, DeskWorker by, DateTime at, Guid? planLine)
    {
        var time = new DeskTime(at);
        var visit = new Visit
        {
            Id = said.Id, At = at, Day = time.Day, Hour = time.Hour,
            Organisation = by.Organisation, RecordedBy = by.Account, RecordedByName = by.Name, PlanLine = planLine,
        };
        visit.Change(said);
        return visit;
    }

    /// <summary>What was said wrongly or forgotten; when it was and who recorded it stay.</summary>
    public void Change(VisitAnswers said)
    {
        if (said.Services.Count == 0) { throw new ArgumentException("At least one service.", nameof(said)); }
        if (said.LacksPerson) { throw new ArgumentException("An application is made in somebody's name.", nameof(said)); }
        (Language, Basis, PersonId, IsJoint, Topics) = (said.Language, said.Basis, said.Person, said.IsJoint, [.. said.Topics.Distinct()]);
        Services.RemoveAll(s => !said.Services.Contains(s.Code));
        Services.AddRange(said.Services.Distinct().Where(code => !Services.Exists(s => s.Code == code)).Select(code => new VisitService { VisitId = Id, Code = code }).ToList());
    }

    /// <summary>Their own organisation's: a joint visit is changed by those who recorded it.</summary>
    public bool MayChange(DeskWorker by) => Organisation == by.Organisation;

    /// <summary>Whoever recorded it may take it back on the same day.</summary>
    public bool IsFresh(Guid account, DateOnly today) => RecordedBy == account && Day == today;

    public void Forget() => PersonId = null;
}

/// <summary>One service given in a visit; counted by itself.</summary>
[Processing("purpose.visit", LawfulBasis.PublicTask, "data.visit")]
internal sealed class VisitService
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid VisitId { get; init; }

    /// <summary>One of <see cref="Visits.Services"/>.</summary>
    public required string Code { get; init; }
}

/// <summary>What was said of a visit.</summary>
internal sealed record VisitAnswers
{
    /// <summary>Of the form that was filled: pressing its button twice records once.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required IReadOnlyCollection<string> Services { get; init; }
    public IReadOnlyCollection<string> Topics { get; init; } = [];
    public required SpokenLanguage Language { get; init; }
    public StayBasis? Basis { get; init; }
    public Guid? Person { get; init; }
    public bool IsJoint { get; init; }

    public bool LacksPerson => Person is null && Services.Any(Visits.Services.InAName.Contains);
}
