using Loim.Access;
using Loim.Modules;

namespace Loim.Web;

/// <summary>The menu of a generation, from the [Menu] attributes of its pages; read once, shown to each viewer as far as they may enter.</summary>
internal sealed class Navigation(ModuleSet modules, Deployment deployment, Texts texts)
{
    private readonly ILookup<MenuSection, MenuEntry> sections = modules.On
        .SelectMany(module => module.Components.Select(page => Entry(module, page, deployment, texts)).OfType<MenuEntry>())
        .Prepend(new MenuEntry(MenuSection.Work, 0, "/", () => texts.Of(typeof(Desk))["desk"]) { Access = new SignedInAttribute(), ModuleId = "", LentBy = null })
        .OrderBy(entry => entry.Order).ThenBy(entry => entry.Href, StringComparer.Ordinal)
        .ToLookup(entry => entry.Section);

    /// <summary>The menu of the public site.</summary>
    public IEnumerable<MenuEntry> Public => sections[MenuSection.Public];

    /// <summary>What stands at the foot of public pages.</summary>
    public IEnumerable<MenuEntry> Foot => sections[MenuSection.Foot];

    public IEnumerable<(MenuSection Section, List<MenuEntry> Entries)> For(Viewer viewer) =>
        from section in Enum.GetValues<MenuSection>()
        where section is not (MenuSection.Public or MenuSection.Foot)
        let open = sections[section].Where(entry => entry.IsOpenTo(viewer)).ToList()
        where open.Count > 0
        select (section, open);

    /// <summary>Whether the viewer finds this address in their menu.</summary>
    public bool Leads(Viewer viewer, string href) => sections.SelectMany(s => s).Any(entry => entry.Href == href && entry.IsOpenTo(viewer));

    /// <summary>Title of the menu's page under which an address lies, or null.</summary>
    public string? TitleOver(string path) =>
        sections.SelectMany(s => s).Where(entry => path == entry.Href || path.StartsWith($"{entry.Href}/", StringComparison.Ordinal))
            .MaxBy(entry => entry.Href.Length)?.Title();

    private static MenuEntry? Entry(Loim.Modules.Module module, DeclaredComponent page, Deployment deployment, Texts texts)
    {
        if (page.Menu is not { } menu || page.Routes.FirstOrDefault(r => !r.Contains('{')) is not { } route) { return null; }
        var assembly = page.Type.Assembly;
        var plugin = assembly == typeof(Navigation).Assembly ? null : assembly.GetName().Name;
        return new MenuEntry(menu.Section, menu.Order, route, () => texts.Of(page.Type)[menu.Title])
        {
            Access = page.Access,
            ModuleId = module.Id,
            LentBy = string.Equals(plugin, deployment.Id, StringComparison.OrdinalIgnoreCase) ? null : plugin,
        };
    }
}

/// <param name="Title">In the language of the request.</param>
internal sealed record MenuEntry(MenuSection Section, int Order, string Href, Func<string> Title)
{
    public required object? Access { get; init; }
    public required string ModuleId { get; init; }

    /// <summary>Name of another municipality's plugin that the module comes from.</summary>
    public required string? LentBy { get; init; }

    public bool IsOpenTo(Viewer viewer) => Access switch
    {
        PermissionAttribute permission => viewer.Can($"{ModuleId}.{permission.Name}"),
        SignedInAttribute => viewer.IsSignedIn,
        _ => true,
    };
}
