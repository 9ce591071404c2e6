using Loim.Modules;
using Loim.People;
using Loim.Web.Forms;

namespace Loim.Events.Planning;

/// <summary>What is asked of an event. Title and description are asked in each language of the house.</summary>
internal sealed class PlanForm : FormModel
{
    private static readonly (string, string)[] LanguageNames = [("et", "language.et"), ("en", "language.en"), ("ru", "language.ru"), ("uk", "language.uk")];

    public PlanForm(Deployment deployment, EventsSettings settings)
    {
        Translations = [.. deployment.Languages.Skip(1).Select(l => new Translation(l, Add($"Title-{l}", new TextField { Max = 160 }), Add($"About-{l}", new TextField { Max = 2000 })))];
        Area.Options = [.. settings.AreaNames().Select(a => new Option(a, a))];
        Language.Value = "et";
    }

    public TextField Title { get; } = new() { Required = true, Max = 160 };
    public TextField About { get; } = new() { Max = 2000 };
    public ChoiceField Kind { get; } = new([.. EventKind.All.Select(kind => (kind, $"kind.{kind}"))]) { Required = true };
    public DateField Day { get; } = new() { Required = true, Min = new(2000, 1, 1) };
    public TimeField Start { get; } = new() { Required = true };
    public TimeField End { get; } = new() { Required = true };
    public TextField Venue { get; } = new() { Required = true, Max = 160 };
    public ChoiceField Area { get; } = new();
    public TextField Organiser { get; } = new() { Required = true, Max = 160 };
    public ChoicesField Groups { get; } = new([.. Enum.GetNames<TargetGroup>().Select(g => (g, $"group.{g}"))]);
    public ChoiceField Language { get; } = new(LanguageNames) { Required = true };
    public ChoicesField HelpLanguages { get; } = new(LanguageNames);
    public NumberField Capacity { get; } = new() { Min = 1, Max = Event.MostSeats };
    public ChoiceField Line { get; } = new();
    public IReadOnlyList<Translation> Translations { get; }

    /// <summary>Its day, hours and seats are not asked: they stand.</summary>
    public Event? Held { get; private set; }

    public void Show(Event it)
    {
        Held = it.State == EventState.Held ? it : null;
        Kind.Required = Held is not { HasOwnKind: false };
        Day.Required = Start.Required = End.Required = Held is null;
        (Title.Value, About.Value, Kind.Value, Day.Value, Start.Value, End.Value) = (it.Title, it.About, it.Kind, it.Day, it.Start, it.End);
        (Venue.Value, Area.Value, Organiser.Value, Language.Value) = (it.Venue, it.Area, it.Organiser, it.Language);
        (Groups.Values, HelpLanguages.Values) = ([.. it.Groups.Select(g => g.ToString())], it.HelpLanguages);
        (Capacity.Value, Line.Id) = (it.Capacity, it.PlanLine);
        foreach (var (language, title, about) in Translations)
        {
            var words = it.Words.GetValueOrDefault(language);
            (title.Value, about.Value) = (words?.Title, words?.About);
        }
    }

    public EventPlan Read() => new()
    {
        Title = Title.Value!,
        About = About.Value,
        Words = Translations.Where(t => t.Title.Value is not null).ToDictionary(t => t.Language, t => new EventWords(t.Title.Value!, t.About.Value)),
        Kind = Kind.Value ?? Held!.Kind,
        Day = Held?.Day ?? Day.Value!.Value,
        Start = Held?.Start ?? Start.Value!.Value,
        End = Held?.End ?? End.Value!.Value,
        Venue = Venue.Value!,
        Area = Area.Value ?? "",
        Organiser = Organiser.Value!,
        Groups = [.. Groups.Values.Select(Enum.Parse<TargetGroup>)],
        Language = Language.Value!,
        HelpLanguages = HelpLanguages.Values,
        Capacity = Capacity.Value,
        PlanLine = Line.Id,
    };

    internal sealed record Translation(string Language, TextField Title, TextField About);
}
