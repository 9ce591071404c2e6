using Loim.People;

namespace Loim.Events.Planning;

/// <summary>What is said of an event when it is planned, or changed later.</summary>
internal sealed record EventPlan
{
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public string? About { get; init; }
    public IReadOnlyDictionary<string, EventWords> Words { get; init; } = new Dictionary<string, EventWords>();
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }
    public required TimeOnly End { get; init; }
    public required string Venue { get; init; }
    public string Area { get; init; } = "";
    public required string Organiser { get; init; }
    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];
    public string Language { get; init; } = "et";
    public IReadOnlyList<string> HelpLanguages { get; init; } = [];
    public int? Capacity { get; init; }
    public Guid? PlanLine { get; init; }

    public static EventPlan Of(NewEvent it) => new()
    {
        Kind = it.Kind, Title = it.Title, Day = it.Day, Start = it.Start, End = it.End, Venue = it.Venue, Organiser = it.Organiser, PlanLine = it.PlanLine,
    };
}
