namespace Loim.Modules;

/// <summary>On a page: its place in the navigation. Shown only to those who may open the page.</summary>
/// <param name="title">Key in the module's <c>texts.json</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MenuAttribute(string title) : Attribute
{
    public string Title => title;

    /// <summary>Lower comes first within the section.</summary>
    public int Order { get; init; }

    /// <summary>Where it stands; modules of plugins stand below their municipality's name.</summary>
    public MenuSection Section { get; init; } = MenuSection.Municipality;
}

/// <summary><see cref="Public"/> is the menu of the public site, for pages that are <see cref="PublicAttribute">open to anyone</see>;
/// its first page is where those who are not signed in are received. <see cref="Foot"/> is the foot of those pages, for what must be found from each.</summary>
public enum MenuSection { Work, Community, Programme, Municipality, Administration, Public, Foot }

/// <summary>On a page: demands the permission <c>{module id}.{name}</c>, and so declares that it exists.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>On a page: open to anyone, signed in or not. A page with neither this nor a permission is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute;

/// <summary>On a page: open to every account that is signed in, whatever its role.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

/// <summary>
/// On a component: shown on the page of this name, below the page's own content, to those who have the permission.
/// Known places: <c>person</c> (parameters <c>Guid Person</c> and, for what lies on them, <c>IReadOnlyList&lt;Guid&gt; Records</c>: after a merge
/// there are several, the one that stands for the person first), <c>help-request</c> (<c>Guid Request</c>), <c>desk</c>, <c>public-start</c> and <c>public-search</c> (no parameter; what is searched for is the query's <c>q</c>).
/// A section that fails is replaced by a sentence; the page stays.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SectionAttribute(string place) : Attribute
{
    public string Place => place;
    public int Order { get; init; }

    /// <summary>Name of a permission of the same module; null on a component that is <see cref="PublicAttribute">open to anyone</see>.</summary>
    public string? Permission { get; init; }
}

/// <summary>On a class: registered as itself and its interfaces, one instance per request, job run or fact.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScopedAttribute : Attribute;

/// <summary>On a class: registered as itself and its interfaces, one instance as long as the configuration stands.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SingletonAttribute : Attribute;
