using System.Reflection;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Components;
using Module = Loim.Modules.Module;

namespace Loim.Administration.Switching;

internal static class KnownModules
{
    /// <summary>The id stands for a module that could not even be loaded.</summary>
    public static string Of(this ModuleTitles titles, ISwitchboard switchboard, string id) =>
        switchboard.Known.FirstOrDefault(m => m.Id == id) is { } module ? titles.Of(module) : id;

    /// <summary>What is there while the module is on, and is not there while it is off.</summary>
    public static (int Pages, int MenuEntries, int Jobs) Brings(Module module)
    {
        var types = module.Types;
        return (types.Count(t => t.IsDefined(typeof(RouteAttribute))), types.Count(t => t.IsDefined(typeof(MenuAttribute))), types.Count(t => t.IsSubclassOf(typeof(Job))));
    }
}
