using Loim.Modules;

namespace Loim.Web;

/// <summary>What people call a module: its text <c>module</c>, else its first menu entry, else its id.</summary>
internal sealed class ModuleTitles(Texts texts)
{
    public string Of(Modules.Module module)
    {
        var words = texts.Of(module.GetType());
        var menu = module.Components.Select(c => c.Menu).OfType<MenuAttribute>().MinBy(m => m.Order);
        return words.Find("module") ?? (menu is null ? null : words.Find(menu.Title)) ?? module.Id;
    }
}
