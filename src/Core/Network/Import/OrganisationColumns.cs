using Loim.Network.Organisations;
using Loim.Web.Forms;
using Loim.Web.Tables.Importing;

namespace Loim.Network.Import;

internal sealed class OrganisationColumns : SheetColumns
{
    protected override IReadOnlyDictionary<string, string[]> Heads { get; } = new Dictionary<string, string[]>
    {
        [nameof(Name)] = ["nimi", "asutus", "organisatsioon", "partner", "name", "organisation", "название", "организация", "назва", "організація"],
        [nameof(Sector)] = ["valdkond", "sektor", "liik", "sector", "kind", "сектор", "вид"],
        [nameof(Units)] = ["uksus", "uksused", "osakond", "units", "department", "отдел", "відділ"],
        [nameof(Offers)] = ["teenused", "pakub", "mida pakub", "offers", "services", "услуги", "послуги"],
        [nameof(Languages)] = ["keeled", "keel", "teenuse keeled", "languages", "языки", "мови"],
        [nameof(Contact)] = ["kontakt", "kontaktisik", "roll", "contact", "контакт"],
        [nameof(Email)] = ["e-post", "epost", "email", "e-mail", "meil", "эл. почта", "почта", "ел. пошта"],
        [nameof(Phone)] = ["telefon", "tel", "phone", "телефон"],
        [nameof(Website)] = ["veeb", "veebileht", "koduleht", "website", "web", "саит", "веб-саит"],
    };

    public ChoiceField Name { get; } = new();
    public ChoiceField Sector { get; } = new();
    public ChoiceField Units { get; } = new();
    public ChoiceField Offers { get; } = new();
    public ChoiceField Languages { get; } = new();
    public ChoiceField Contact { get; } = new();
    public ChoiceField Email { get; } = new();
    public ChoiceField Phone { get; } = new();
    public ChoiceField Website { get; } = new();

    /// <summary>For rows that do not say.</summary>
    public ChoiceField AnySector { get; } = new(OrganisationForm.Sectors);

    public override IEnumerable<(string Label, ChoiceField Field)> Asked =>
    [
        ("organisation.name", Name), ("sector", Sector), ("units", Units), ("offers", Offers), ("languages", Languages),
        ("contact", Contact), ("email", Email), ("phone", Phone), ("website", Website),
    ];
}
