using System.Reflection;
using Loim.Letters.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Plugins.Tests.Matrix.ByLink;

/// <summary>A record behind a personal link: which, and the address that opens it.</summary>
internal sealed record Behind(Row Row, string Address);

/// <summary>The pages that stand behind personal links, and tokens for them.</summary>
internal sealed class LinkDoors(MatrixHouse house)
{
    private const int OfATable = 12;

    /// <summary>What links are made for, by every module: each is said once, in a constant named <c>Purpose</c>.</summary>
    public static IEnumerable<string> Purposes => MatrixHouse.All().Select(m => m.GetType().Assembly).Distinct().SelectMany(a => a.GetTypes())
        .Select(t => t.GetField("Purpose", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).Where(f => f is { IsLiteral: true })
        .Select(f => f!.GetRawConstantValue()).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>The tracker's token is a key of the security server, not a person's link.</summary>
    public IReadOnlyList<string> Pages => [.. house.Doors.Select(d => d.Template).Where(t => t.EndsWith("/{Token}", StringComparison.Ordinal)).Distinct()];

    public IEnumerable<string> PagesOf(string purpose) => Pages.Where(p => p.StartsWith($"/{ModuleOf(purpose)}/", StringComparison.Ordinal));

    /// <summary>Each of the module's rows that a link of this purpose leads to, found by trying.</summary>
    public async Task<IReadOnlyList<Behind>> Opened(string purpose)
    {
        using var nobody = house.Open("et", null);
        var opened = new List<Behind>();
        foreach (var row in RowsOf(purpose))
        {
            foreach (var page in PagesOf(purpose))
            {
                var address = page.Replace("{Token}", await Token(purpose, row.Id), StringComparison.Ordinal);
                using var answer = await nobody.Get(address);
                ((int)answer.StatusCode).ShouldBeOneOf(200, 404);
                if (answer.IsSuccessStatusCode) { opened.Add(new(row, address)); }
            }
        }
        return opened;
    }

    public async Task<string> Token(string purpose, Guid subject, int days = 1)
    {
        var token = "";
        await house.InScope(async s => token = await s.GetRequiredService<IPersonalLinks>().Make(new(purpose, subject, "/{0}", TimeSpan.FromDays(days))));
        return token.Split('/')[^1];
    }

    public Task Revoke(string purpose, Guid subject) => house.InScope(s => s.GetRequiredService<IPersonalLinks>().Revoke(purpose, subject));

    private IEnumerable<Row> RowsOf(string purpose) => house.Planted.Rows
        .Where(t => t.Key.StartsWith(ModuleOf(purpose).Replace('-', '_') + "_", StringComparison.Ordinal)).SelectMany(t => t.OrderBy(r => r.Id).Take(OfATable));

    private static string ModuleOf(string purpose) => purpose.Split('.')[0];
}
