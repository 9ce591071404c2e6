using System.Reflection;
using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Plugins.Tests.Matrix.Rows;

/// <summary>What a plain query of each table yields to whom, whatever the pages then ask for: the filters alone, held against the promise.</summary>
[Collection(MatrixCollection.Name)]
public sealed class FilterTests(MatrixHouse house)
{
    /// <summary>It stands in the filter of cases, so it cannot ask for theirs; the page of the case shows it.</summary>
    private const string Openings = "cases_openings";

    public static TheoryData<string> Everybody => MatrixTests.Everybody;

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_table_yields_what_is_anothers(string name)
    {
        var who = Cast.All.Single(p => p.Name == name);
        var wrong = await Yielded(who.Viewer, row => row.Table != Openings && WhoMaySee.MaySee(who.Viewer, row, house.Planted) == false);
        wrong.Select(row => row.Table).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_table_with_rows_of_others_yields_them_to_some_and_not_to_others()
    {
        var (tables, seen, kept) = (WhoMaySee.Rules.Keys.Concat(WhoMaySee.OfOthers.Keys).Where(t => house.Planted.Rows[t].Any()).ToList(), new HashSet<string>(), new HashSet<string>());
        foreach (var who in Cast.All)
        {
            var rows = (await Yielded(who.Viewer, _ => true)).ToLookup(r => r.Table);
            seen.UnionWith(tables.Where(t => rows[t].Any()));
            kept.UnionWith(tables.Where(t => rows[t].Count() < house.Planted.Rows[t].Count()));
        }
        tables.Except(seen).ShouldBeEmpty("nobody sees a row");
        tables.Except(kept).ShouldBeEmpty("everybody sees all rows");
    }

    /// <summary>A new filter that asks who the viewer is comes with its rule.</summary>
    [Fact]
    public async Task Each_table_whose_rows_belong_to_somebody_says_to_whom() =>
        (await house.House.As(Viewer.House, s => Task.FromResult(Types(s).Where(t => t.Type.GetDeclaredQueryFilters().Any(f => AsksWho($"{f.Expression}"))).Select(t => t.Type.GetTableName()!).ToList())))
            .Except(WhoMaySee.Rules.Keys).Except(WhoMaySee.OfOthers.Keys).ShouldBeEmpty();

    private static bool AsksWho(string filter) => filter.Contains("Viewer.Account", StringComparison.Ordinal) || filter.Contains("Viewer.Organisation", StringComparison.Ordinal);

    private Task<List<Row>> Yielded(Viewer viewer, Func<Row, bool> which) => house.House.As(viewer, s => Task.FromResult(
        Types(s).SelectMany(t => Ids(t.Db, t.Type).Select(id => house.Planted.Find(t.Type.GetTableName()!, id))).OfType<Row>().Where(which).ToList()));

    private IEnumerable<(ModuleDb Db, IEntityType Type)> Types(IServiceProvider services) =>
        from db in house.House.Modules.On.SelectMany(ModuleSet.DbsOf).Select(type => (ModuleDb)services.GetRequiredService(type))
        from type in db.Model.GetEntityTypes()
        where type.GetViewName() is null && type.FindPrimaryKey() is { Properties: [{ ClrType: var key }] } && key == typeof(Guid)
        select (db, type);

    private static IEnumerable<Guid> Ids(ModuleDb db, IEntityType type) =>
        (IEnumerable<Guid>)typeof(FilterTests).GetMethod(nameof(Query), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db, type.FindPrimaryKey()!.Properties[0].Name])!;

    private static List<Guid> Query<T>(ModuleDb db, string key) where T : class => [.. db.Set<T>().AsNoTracking().Select(e => EF.Property<Guid>(e, key))];
}
