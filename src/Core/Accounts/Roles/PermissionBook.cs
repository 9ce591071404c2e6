using System.Reflection;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Routing;
using Module = Loim.Modules.Module;

namespace Loim.Accounts.Roles;

/// <summary>The permissions that modules declare, on or off: on their pages, sections and endpoints.</summary>
[Singleton]
internal sealed class PermissionBook(ISwitchboard switchboard, EndpointDataSource endpoints, Texts texts)
{
    public IEnumerable<(Module Module, IReadOnlyList<string> Names)> All() =>
        switchboard.Known.Select(module => (module, (IReadOnlyList<string>)[.. NamesOf(module).Distinct().Order(StringComparer.Ordinal)])).Where(m => m.Item2.Count > 0);

    /// <param name="name">Without the module's id.</param>
    public string TitleOf(Module module, string name) => texts.Of(module.GetType())[$"permission.{name}"];

    private IEnumerable<string> NamesOf(Module module) => module.Types
        .SelectMany(type => type.GetCustomAttributes<PermissionAttribute>().Select(p => p.Name)
            .Concat(type.GetCustomAttributes<SectionAttribute>().Select(s => s.Permission).OfType<string>()))
        .Concat(endpoints.Endpoints.Where(e => e.Metadata.GetMetadata<Module>()?.Id == module.Id)
            .Select(e => e.Metadata.GetMetadata<PermissionAttribute>()?.Name).OfType<string>());
}
