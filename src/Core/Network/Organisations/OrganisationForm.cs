using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Network.Organisations;

internal sealed class OrganisationForm : FormModel
{
    public static readonly (string, string)[] Sectors = [.. Enum.GetNames<Sector>().Select(s => (s, $"sector.{s}"))];
    public static readonly (string, string)[] LanguageNames = [("et", "language.et"), ("en", "language.en"), ("ru", "language.ru"), ("uk", "language.uk")];

    public TextField Name { get; } = new() { Required = true, Max = 160 };
    public ChoiceField Sector { get; } = new(Sectors) { Required = true };
    public TextField Units { get; } = new() { Max = 2000 };
    public TextField Offers { get; } = new() { Max = 1000 };
    public TextField OffersEn { get; } = new() { Max = 1000 };
    public TextField OffersRu { get; } = new() { Max = 1000 };
    public TextField OffersUk { get; } = new() { Max = 1000 };
    public ChoicesField Languages { get; } = new(LanguageNames);
    public TextField Contact { get; } = new() { Max = 160 };
    public TextField Email { get; } = new() { Max = 200 };
    public TextField Phone { get; } = new() { Max = 40 };
    public TextField Website { get; } = new() { Max = 200 };

    public IEnumerable<(string Label, Field Field)> Labelled =>
    [
        ("organisation.name", Name), ("sector", Sector), ("units", Units), ("offers", Offers), ("languages", Languages),
        ("contact", Contact), ("email", Email), ("phone", Phone), ("website", Website),
    ];

    public void Show(Organisation it)
    {
        (Name.Value, Sector.Value, Offers.Value, Languages.Values) = (it.Name, it.Sector.ToString(), it.Offers, it.Languages);
        (OffersEn.Value, OffersRu.Value, OffersUk.Value) = (it.OffersEn, it.OffersRu, it.OffersUk);
        Units.Value = string.Join('\n', it.Units.OrderBy(u => u.Id).Select(u => u.Name));
        (Contact.Value, Email.Value, Phone.Value, Website.Value) = (it.Contact, it.Email, it.Phone, it.Website);
    }

    /// <summary>All but the name, which has a history.</summary>
    public void Write(Organisation it)
    {
        (it.Sector, it.Offers, it.Languages) = (Enum.Parse<Sector>(Sector.Value!), Offers.Value, [.. Languages.Values]);
        (it.OffersEn, it.OffersRu, it.OffersUk) = (OffersEn.Value, OffersRu.Value, OffersUk.Value);
        (it.Contact, it.Email, it.Phone, it.Website) = (Contact.Value, Email.Value, Phone.Value, Website.Value);
        it.Divide((Units.Value ?? "").Split('\n'));
    }

    /// <returns>False when an address is none.</returns>
    public bool HasGoodAddresses(Wording words)
    {
        if (Email.Value is { } email && !System.Net.Mail.MailAddress.TryCreate(email, out _)) { Fail(Email, words["email.wrong"]); }
        if (Website.Value is { } site && !(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")) { Fail(Website, words["website.wrong"]); }
        return Email.Error is null && Website.Error is null;
    }
}
