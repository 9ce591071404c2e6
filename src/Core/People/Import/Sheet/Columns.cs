using Loim.People.Register.Editing;
using Loim.Web.Forms;
using Loim.Web.Tables.Importing;

namespace Loim.People.Import.Sheet;

internal sealed class Columns : SheetColumns
{
    protected override IReadOnlyDictionary<string, string[]> Heads { get; } = new Dictionary<string, string[]>
    {
        [nameof(FullName)] = ["nimi", "taisnimi", "ees- ja perekonnanimi", "name", "full name", "фио", "имя и фамилия", "піб"],
        [nameof(Given)] = ["eesnimi", "given name", "first name", "имя", "ім'я"],
        [nameof(Family)] = ["perekonnanimi", "perenimi", "family name", "last name", "surname", "фамилия", "прізвище"],
        [nameof(OwnName)] = ["nimi oma kirjas", "nimi emakeeles", "name in own script"],
        [nameof(Born)] = ["sunniaeg", "sunnikuupaev", "sundinud", "birth date", "date of birth", "born", "дата рождения", "дата народження"],
        [nameof(Code)] = ["isikukood", "ik", "personal code", "id code", "личный код", "особистии код"],
        [nameof(Group)] = ["sihtruhm", "target group", "целевая группа", "цільова група"],
        [nameof(Language)] = ["keel", "suhtluskeel", "language", "язык", "язык общения", "мова"],
        [nameof(Phone)] = ["telefon", "tel", "mobiil", "telefoninumber", "phone", "telephone", "телефон"],
        [nameof(Email)] = ["e-post", "epost", "email", "e-mail", "meil", "эл. почта", "почта", "ел. пошта"],
        [nameof(Arrived)] = ["saabus", "saabumine", "saabus eestisse", "saabumise kuupaev", "arrived", "arrival", "дата прибытия", "дата прибуття"],
        [nameof(Area)] = ["elukoht", "piirkond", "asukoht", "linnaosa", "area", "место жительства", "раион"],
    };

    public ChoiceField FullName { get; } = new();
    public ChoiceField Given { get; } = new();
    public ChoiceField Family { get; } = new();
    public ChoiceField OwnName { get; } = new();
    public ChoiceField Born { get; } = new();
    public ChoiceField Code { get; } = new();
    public ChoiceField Group { get; } = new();
    public ChoiceField Language { get; } = new();
    public ChoiceField Phone { get; } = new();
    public ChoiceField Email { get; } = new();
    public ChoiceField Arrived { get; } = new();
    public ChoiceField Area { get; } = new();

    /// <summary>For rows that do not say.</summary>
    public ChoiceField AnyGroup { get; } = new(PersonForm.Groups);

    /// <summary>For rows that do not say.</summary>
    public ChoiceField AnyLanguage { get; } = new(PersonForm.Languages);

    public override IEnumerable<(string Label, ChoiceField Field)> Asked =>
    [
        ("import.full-name", FullName), ("given-name", Given), ("family-name", Family), ("own-name", OwnName), ("birth-date", Born), ("code", Code),
        ("target-group", Group), ("language", Language), ("phone", Phone), ("email", Email), ("arrived-on", Arrived), ("area", Area),
    ];
}
