using System.Net;
using System.Reflection;
using Loim.Plugins.Tests.Matrix;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>Somebody takes each form of each page that is open to them and puts the id of what is not theirs in the place of each id in it: in its
/// address, its query and its fields. Nothing of what is not theirs changes, nothing is hung on to it, nothing of it comes out.</summary>
[Collection(TriedCollection.Name)]
public sealed class SwappedIdTests(TriedHouse house)
{
    private const int Others = 3;

    /// <summary>Emergency access is there to open what is another's, with a reason and in everybody's sight.</summary>
    private const string BreakGlass = "/cases/{Id:guid}/break-glass";

    /// <summary>To whom work can be handed over is known to whoever hands it over.</summary>
    private const string Colleagues = "accounts_accounts";

    /// <summary>Nobody has nothing of their own; of what is kept of persons, nothing is closed to whoever hands it out to them.</summary>
    private static readonly string[] NothingToSwap = ["nobody", "data-protection"];

    public static TheoryData<string> Everybody => [.. Cast.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task What_is_anothers_is_out_of_reach_of_every_form(string name)
    {
        var who = Cast.All.Single(p => p.Name == name);
        var foreign = Foreign(who);
        using var browser = house.Open(who);
        using var before = new RowsBefore(house.Matrix.House.Store.Path);
        var (wrong, tried) = (new HashSet<string>(), new HashSet<string>());
        foreach (var swapped in (await Forms(who)).SelectMany(f => Swaps(f.Form, foreign).Concat(Named(f, foreign))).DistinctBy(f => (f.Address, f.Name, string.Join(' ', f.Ids))))
        {
            using var answer = await browser.Send(swapped.Address, swapped.Fields);
            tried.Add($"{swapped.Name} at {swapped.Address}");
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{swapped.Name}: {(int)answer.StatusCode}"); }
            wrong.UnionWith(house.Matrix.Planted.In(await MatrixHouse.TextOf(answer)).Where(c => !WhoMaySee.Sees(who.Viewer, c, house.Matrix.Planted)).Select(c => $"{swapped.Name} shows {c.Field}"));
            var changes = before.Changes();
            wrong.UnionWith(changes.Where(c => foreign.Any(row => c.Row.Contains($"{row.Id}", StringComparison.OrdinalIgnoreCase))).Select(c => $"{swapped.Name} changes {c.Table}"));
            before.Restore(changes.Select(c => c.Table));
        }
        wrong.ShouldBeEmpty();
        (tried.Count > 0).ShouldBe(!NothingToSwap.Contains(name), string.Join('\n', tried));
    }

    private List<Row> Foreign(Played who) => who.Viewer.Can("data-protection.rights") ? []
        : [.. house.Matrix.Planted.Rows.SelectMany(t => t).Where(r => r.Table != Colleagues && WhoMaySee.MaySee(who.Viewer, r, house.Matrix.Planted) == false && !IsSentBy(who, r))];

    /// <summary>The wall hides a referral from whoever sent it too; they may take it back all the same while nobody has it.</summary>
    private static bool IsSentBy(Played who, Row row) => row.Table == "mental_health_referrals" && $"{row["State"]}" == "Sent" && who.Viewer.Is(row["ReferredBy"]);

    private IEnumerable<OpenForm> Swaps(OpenForm form, List<Row> foreign) =>
        from id in form.Ids
        let table = house.Matrix.Planted.Rows.FirstOrDefault(t => t.Any(r => r.Id == id))?.Key
        where table is not null
        from other in foreign.Where(r => r.Table == table && r.Id != id).Take(Others)
        from swapped in form.With(other.Id, id)
        select swapped;

    /// <summary>Records of the page's module and persons, in each place of the query that takes an id.</summary>
    private static IEnumerable<OpenForm> Named((OpenPage Page, OpenForm Form) it, List<Row> foreign) =>
        from query in IdsAsked(it.Page.Door)
        from table in foreign.Where(r => r.Table == "people_people" || r.Table.StartsWith(it.Page.Door.Template.Split('/')[1].Replace('-', '_') + "_", StringComparison.Ordinal)).GroupBy(r => r.Table)
        from other in table.Take(Others)
        select it.Form.With(other.Id, query);

    private static IEnumerable<string> IdsAsked(Door door) =>
        (door.Endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
            .Where(p => Nullable.GetUnderlyingType(p.PropertyType) == typeof(Guid)).Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(p => p.Query is not null).Select(p => p.Query!.Name ?? p.Name.ToLowerInvariant());

    private async Task<IReadOnlyList<(OpenPage Page, OpenForm Form)>> Forms(Played who) =>
        [.. (await house.Pages(who)).Where(p => p.Door.Template != BreakGlass).SelectMany(p => p.Forms.Select(f => (p, f))).DistinctBy(it => it.f.Name)];
}
