using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Loim.Web;

namespace Loim.Administration.Trail;

/// <summary>What the audit holds for machines, in the words of the menu.</summary>
[Scoped]
internal sealed class TrailWords(Navigation navigation, ModuleTitles titles, ISwitchboard switchboard)
{
    /// <summary>The page under which it happened, else the module whose row it is, else null.</summary>
    public string? Place(AuditRow row) => row.Action.StartsWith("sign-", StringComparison.Ordinal) ? null : row.Page.Split(' ') switch
    {
        [_, ['/', ..] address] => PathOf(address) is var path ? navigation.TitleOver(path) ?? Module(path.Split('/')[1]) : null,
        _ => Module(row.What.Split('_')[0]),
    };

    /// <summary>How many persons a long list showed.</summary>
    public static int? ListOf(AuditRow row) => ReadNotes.CountIn(row.What);

    /// <summary>The end of a key tells people apart; its beginning is the time.</summary>
    public static string Short(Guid id) => $"…{id.ToString()[^6..]}";

    private static string PathOf(string address) => address.Split('?')[0];

    private string? Module(string id) =>
        switchboard.Known.FirstOrDefault(m => m.Id == id || m.Id.Split('-')[0] == id) is { } module ? titles.Of(module) : null;
}
