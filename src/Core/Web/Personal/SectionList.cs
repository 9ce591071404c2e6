using System.Collections.Concurrent;
using Loim.Modules;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>The sections of the modules that are on.</summary>
internal sealed class SectionList(ModuleSet modules, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Type Component, string Page), DateTimeOffset> failed = [];

    private readonly ILookup<string, Section> byPlace = modules.On
        .SelectMany(module => module.Components.Select(component => (module, type: component.Type, about: component.Section)))
        .Where(s => s.about is not null)
        .OrderBy(s => s.about!.Order)
        .ToLookup(s => s.about!.Place, s => new Section(s.module, s.type, s.about!.Permission is { } name ? $"{s.module.Id}.{name}" : null));

    public IEnumerable<Section> Of(string place) => byPlace[place];

    /// <summary>It failed on this page a moment ago, and is left out there for a while.</summary>
    public bool Rests(Section section, HttpContext page) =>
        failed.TryGetValue((section.Component, page.Request.Path), out var at) && time.GetUtcNow() - at < Rest;

    public void Fail(Section section, HttpContext page)
    {
        failed[(section.Component, page.Request.Path)] = time.GetUtcNow();
        page.Features.Set(new SectionFailed());
    }
}

/// <param name="Permission">Full name; null: open to anyone.</param>
internal sealed record Section(Loim.Modules.Module Module, Type Component, string? Permission)
{
    public bool IsOpenTo(Loim.Access.Viewer viewer) => Permission is null || viewer.Can(Permission);

    public bool Takes(string parameter) => Component.GetProperty(parameter)?.IsDefined(typeof(ParameterAttribute), inherit: true) == true;
}

/// <summary>A section failed in this request. If its forms take the page down with it (the framework looks for them after they are gone),
/// the page can be asked for again: it comes without the section then.</summary>
internal sealed record SectionFailed;
