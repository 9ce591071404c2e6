using Loim.Web.Forms;

namespace Loim.Events.Import;

/// <summary>What a row says of an event that was held.</summary>
internal sealed class PastEvent : FormModel
{
    public static readonly (string, string)[] Kinds = [.. EventKind.All.Select(kind => (kind, $"kind.{kind}"))];

    public TextField Title { get; } = new() { Required = true, Max = 160 };
    public ChoiceField Kind { get; } = new(Kinds) { Required = true };
    public DateField Day { get; } = new() { Required = true, Min = new(2000, 1, 1) };
    public TimeField Start { get; } = new();
    public TimeField End { get; } = new();
    public TextField Venue { get; } = new() { Required = true, Max = 160 };
    public TextField Organiser { get; } = new() { Required = true, Max = 160 };
    public NumberField Newcomers { get; } = new() { Required = true, Max = Headcount.Most };
    public NumberField Locals { get; } = new() { Max = Headcount.Most };

    public IEnumerable<(string Label, Field Field)> Labelled =>
    [
        ("event.title", Title), ("kind", Kind), ("day", Day), ("start", Start), ("end", End), ("venue", Venue), ("organiser", Organiser), ("newcomers", Newcomers), ("locals", Locals),
    ];

    /// <summary>A sheet that tells no time means the whole day.</summary>
    public NewEvent Read(Guid? line) => new()
    {
        Title = Title.Value!, Kind = Kind.Value!, Day = Day.Value!.Value, Start = Start.Value ?? TimeOnly.MinValue, End = End.Value ?? new(23, 59),
        Venue = Venue.Value!, Organiser = Organiser.Value!, PlanLine = line, Attended = new(Newcomers.Value!.Value, Locals.Value ?? 0),
    };
}
