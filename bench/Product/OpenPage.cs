using System.Text.RegularExpressions;
using Loim.Bench.Floor;

namespace Loim.Bench.Product;

/// <summary>A page that anyone reads, and the floor's that stands against it.</summary>
/// <param name="Path">Empty: the first event that the start page leads to.</param>
internal sealed partial record OpenPage(string Name, string Path, string Floor)
{
    public static OpenPage Start { get; } = new("the public start page", "/public-site", PublicPage.Start);

    public static IReadOnlyList<OpenPage> All { get; } = [Start, new("a public event page", "", PublicPage.Event)];

    public string Of(string startPage) => Path.Length > 0 ? Path
        : EventLink().Match(startPage) is { Success: true } link ? link.Value
        : throw new InvalidOperationException("The start page leads to no event.");

    public string FloorOf(string path) => $"/{Floor}?id={path[(path.LastIndexOf('/') + 1)..].ToUpperInvariant()}";

    [GeneratedRegex("/events/on/[0-9a-f-]{36}")]
    private static partial Regex EventLink();
}
