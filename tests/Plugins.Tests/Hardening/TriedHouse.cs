using System.Collections.Concurrent;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Modules;
using Loim.Plugins.Tests.Matrix;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>A house of the matrix for trials that change it: every text that people write in their own words begins as a formula does.</summary>
public sealed class TriedHouse : IAsyncLifetime
{
    private readonly MatrixHouse house = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<OpenPage>>>> pages = [];

    internal MatrixHouse Matrix => house;
    internal IReadOnlyList<Door> Doors => house.Doors;

    /// <summary>Somebody with every right there is.</summary>
    internal static Played Everything { get; } = new("everything", Scenery.AccountOf("administrator"), null, [.. Cast.All.SelectMany(p => p.Permissions).Distinct()]);

    public async Task InitializeAsync()
    {
        await house.InitializeAsync();
        await house.House.As(Viewer.House, async s =>
        {
            foreach (var column in house.House.Modules.On.SelectMany(ModuleSet.DbsOf).SelectMany(type => ((ModuleDb)s.GetRequiredService(type)).Model.GetEntityTypes()).Where(t => t.GetViewName() is null)
                .SelectMany(t => t.GetProperties().Where(IsWords)).Select(p => (Table: p.DeclaringType.GetTableName(), p.Name)).Distinct().ToList())
            {
                Begin(column.Table!, column.Name);
            }
            await house.House.Audit.Note([new AuditEntry { Account = Guid.CreateVersion7(), Who = "=Keegi", Action = "read", Page = "@SUM(A1)", What = "+1", Detail = "-1" }], default);
        });
    }

    public Task DisposeAsync() => house.DisposeAsync();

    /// <summary>The pages with forms that this one comes upon; looked for once.</summary>
    internal Task<IReadOnlyList<OpenPage>> Pages(Played who) => pages.GetOrAdd(who.Name, _ => new(async () =>
    {
        using var browser = Open(who);
        return await OpenPage.Of(Doors.Where(d => d.IsPage && d.IsOpenTo(who)), browser);
    })).Value;

    internal Browser Open(Played who) => who.Open(house);

    private static bool IsWords(IProperty property) =>
        property.ClrType == typeof(string) && !property.IsShadowProperty() && !property.IsKey() && property.GetValueConverter() is null && property.Name != "Organisation";

    /// <summary>Words are told by the blank between them; codes and lists have none or are JSON.</summary>
    private void Begin(string table, string column)
    {
        using var connection = house.House.Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            UPDATE "{table}" SET "{column}" = char(unicode(substr($signs, 1 + rowid % 6, 1))) || "{column}" WHERE "{column}" LIKE '%_ _%' AND substr("{column}", 1, 1) NOT IN ('[', char(123), '<')
            """;
        command.Parameters.AddWithValue("$signs", Planted.Signs);
        command.ExecuteNonQuery();
    }
}

[CollectionDefinition(Name)]
public sealed class TriedCollection : ICollectionFixture<TriedHouse>
{
    public const string Name = "tried";
}
