using Loim.Web.Forms;
using Loim.Web.Tables.Importing;

namespace Loim.Events.Import.Sheet;

internal sealed class EventColumns : SheetColumns
{
    protected override IReadOnlyDictionary<string, string[]> Heads { get; } = new Dictionary<string, string[]>
    {
        [nameof(Title)] = ["nimetus", "nimi", "sundmus", "uritus", "pealkiri", "teema", "title", "event", "название", "мероприятие", "назва", "захід"],
        [nameof(Kind)] = ["liik", "tuup", "kind", "type", "вид", "тип"],
        [nameof(Day)] = ["kuupaev", "paev", "aeg", "toimumisaeg", "date", "day", "дата", "день"],
        [nameof(Start)] = ["algus", "kell", "algusaeg", "start", "начало", "початок"],
        [nameof(End)] = ["lopp", "lopuaeg", "end", "окончание", "кінець", "закінчення"],
        [nameof(Venue)] = ["koht", "toimumiskoht", "ruum", "asukoht", "venue", "place", "место", "місце"],
        [nameof(Organiser)] = ["korraldaja", "labiviija", "organiser", "organizer", "организатор", "організатор"],
        [nameof(Newcomers)] = ["osalejaid", "osalejad", "osalejate arv", "sihtruhmast", "newcomers", "participants", "участников", "участники", "учасників", "учасники"],
        [nameof(Locals)] = ["kohalikke", "kohalikud", "locals", "местных", "місцевих"],
    };

    public ChoiceField Title { get; } = new();
    public ChoiceField Kind { get; } = new();
    public ChoiceField Day { get; } = new();
    public ChoiceField Start { get; } = new();
    public ChoiceField End { get; } = new();
    public ChoiceField Venue { get; } = new();
    public ChoiceField Organiser { get; } = new();
    public ChoiceField Newcomers { get; } = new();
    public ChoiceField Locals { get; } = new();

    /// <summary>For rows that do not say, as are the next two.</summary>
    public ChoiceField AnyKind { get; } = new(PastEvent.Kinds);
    public TextField AnyVenue { get; } = new() { Max = 160 };
    public TextField AnyOrganiser { get; } = new() { Max = 160 };

    /// <summary>On which all of them are booked.</summary>
    public ChoiceField Line { get; } = new();

    public override IEnumerable<(string Label, ChoiceField Field)> Asked =>
    [
        ("event.title", Title), ("kind", Kind), ("day", Day), ("start", Start), ("end", End), ("venue", Venue), ("organiser", Organiser), ("newcomers", Newcomers), ("locals", Locals),
    ];
}
