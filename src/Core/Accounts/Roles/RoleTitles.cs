using Loim.Web;

namespace Loim.Accounts.Roles;

internal static class RoleTitles
{
    /// <summary>The administrator's own title, else the house's text for a role it knows, else the id.</summary>
    public static string Of(Wording texts, string id, string? title) => title ?? texts.Find($"role.{id}") ?? id;
}
