using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace Loim.Web;

/// <summary>Finds the texts of a type: the nearest <c>texts.json</c> up its namespace, then the one that all share.</summary>
internal sealed class Texts : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, Wording> known = [];
    private readonly ConcurrentDictionary<(Assembly Assembly, string Space), TextBook?> books = [];

    /// <summary>Keys that were asked for and are in no book.</summary>
    public ConcurrentDictionary<string, byte> Missing { get; } = [];

    public Wording Of(Type type) => known.GetOrAdd(type, t => new Wording([.. BooksOf(t)], Missing));

    IStringLocalizer IStringLocalizerFactory.Create(Type resourceSource) => Of(resourceSource);

    IStringLocalizer IStringLocalizerFactory.Create(string baseName, string location) => Of(typeof(Texts));

    private IEnumerable<TextBook> BooksOf(Type type)
    {
        for (var space = type.Namespace ?? ""; space.Length > 0; space = space[..Math.Max(0, space.LastIndexOf('.'))])
        {
            if (Book(type.Assembly, space) is { } own) { yield return own; break; }
        }
        yield return Book(typeof(Texts).Assembly, typeof(Texts).Namespace!)!;
    }

    private TextBook? Book(Assembly assembly, string space) => books.GetOrAdd((assembly, space), of => TextBook.Of(of.Assembly, of.Space));
}
