using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Administration.Trail;

/// <summary>What the audit holds for machines, in the words of the menu, the roles and the permissions.</summary>
[Scoped]
internal sealed class TrailWords(Navigation navigation, ModuleTitles titles, ISwitchboard switchboard, CurrentViewer current, Texts texts)
{
    private readonly Wording own = texts.Of(typeof(TrailWords));

    public string Action(string action) => own.Find($"action.{action}") ?? action;

    public IEnumerable<Option> Modules() => switchboard.Known.Select(m => new Option(m.Id, titles.Of(m))).OrderBy(o => o.Label, StringComparer.CurrentCulture);

    public string Doer(AuditRow row) => row switch
    {
        { Who.Length: 0 } => own["by.nobody"],
        { Who: var who } when row.Account == Guid.Empty && who == Viewer.House.Name => own["by.house"],
        { Who: var who } when row.Account == Guid.Empty && who.StartsWith("link ", StringComparison.Ordinal) => own["by.link"],
        _ => row.Who,
    };

    public string Role(AuditRow row) => string.Join(", ", row.Role.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(id => Find("accounts", $"role.{id}") ?? id));

    /// <summary>The page under which it happened, else the module whose row it is, else null.</summary>
    public string? Place(AuditRow row) => row.Action.StartsWith("sign-", StringComparison.Ordinal) ? null : row.Page.Split(' ') switch
    {
        [_, ['/', ..] address] => PathOf(address) is var path ? navigation.TitleOver(path) ?? Module(path.Split('/')[1]) : null,
        _ => Module(row.What.Split('_')[0]),
    };

    /// <summary>The right by which the door was open.</summary>
    public string? Why(AuditRow row) => row.Purpose.Split('.') is [var module, var name] ? Find(module, $"permission.{name}") : null;

    /// <summary>How many persons a long list showed.</summary>
    public static int? ListOf(AuditRow row) => ReadNotes.CountIn(row.What);

    /// <summary>Without its salt. What was changed of a person is for those who may see persons.</summary>
    public string? Detail(AuditRow row) => row.Detail is { } detail && (row.Person is null || row.Action != "change" || current.Viewer.Can("people.read")) && detail.IndexOf(' ', StringComparison.Ordinal) is > 0 and var salt ? detail[(salt + 1)..] : null;

    /// <summary>The end of a key tells people apart; its beginning is the time.</summary>
    public static string Short(Guid id) => $"…{id.ToString()[^6..]}";

    private static string PathOf(string address) => address.Split('?')[0];

    private string? Find(string module, string key) => Known(module) is { } known ? texts.Of(known.GetType()).Find(key) : null;

    private string? Module(string id) => Known(id) is { } module ? titles.Of(module) : null;

    private Module? Known(string id) => switchboard.Known.FirstOrDefault(m => m.Id == id || m.Id.Split('-')[0] == id);
}
