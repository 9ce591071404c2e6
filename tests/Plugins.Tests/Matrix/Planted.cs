using System.Globalization;
using System.Text.RegularExpressions;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>One stored row: its plain columns, as the database has them.</summary>
internal sealed record Row(string Table, Guid Id, IReadOnlyDictionary<string, object?> Values)
{
    public object? this[string column] => Values[column];
}

internal sealed record Canary(Row Row, string Column)
{
    public string Field => $"{Row.Table}.{Column}";
}

/// <summary>Every personal value of every row of every module, replaced by one that is nowhere else: by it an answer tells what it gave away.
/// It would be bold in a page that forgot to encode it, and computed by a spreadsheet that takes it for a formula.</summary>
internal sealed partial class Planted
{
    private readonly List<Canary> canaries = [];
    private readonly Dictionary<string, Canary> codes = [];

    public ILookup<string, Row> Rows { get; private set; } = default!;
    public IReadOnlyList<Canary> Canaries => canaries;
    public IEnumerable<string> Fields => canaries.Select(c => c.Field).Distinct();

    public Row? Find(string table, object? id) => Rows[table].FirstOrDefault(r => r.Id.Equals(id));

    /// <summary>What stands in the text, however it was escaped: the marks are plain letters and digits between letters of two scripts.</summary>
    public IEnumerable<Canary> In(string text) => Mark().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
        .Concat(Day().Matches(text).Select(m => DateOnly.Parse(m.Value, CultureInfo.GetCultureInfo("et")).DayNumber - FirstDay.DayNumber))
        .Where(n => n >= 0 && n < canaries.Count).Distinct().Select(n => canaries[n])
        .Concat(Codes().Matches(text).Select(m => codes.GetValueOrDefault(m.Value)).OfType<Canary>());

    public static async Task<Planted> Into(IServiceProvider services, ModuleSet modules)
    {
        var planted = new Planted();
        var rows = new List<Row>();
        await services.GetRequiredService<Work>().Do(() =>
        {
            foreach (var db in modules.On.SelectMany(ModuleSet.DbsOf).Select(type => (ModuleDb)services.GetRequiredService(type)))
            {
                foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetViewName() is null && t.FindPrimaryKey() is { Properties: [{ ClrType: var key }] } && key == typeof(Guid)))
                {
                    foreach (var entity in Load(db, type.ClrType)) { rows.Add(planted.Plant(db.Entry(entity))); }
                }
            }
            return Task.CompletedTask;
        });
        planted.Rows = rows.ToLookup(r => r.Table);
        return planted;
    }

    private Row Plant(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry)
    {
        var plain = entry.Properties.Where(p => !IsSealed(p.Metadata)).ToDictionary(p => p.Metadata.Name, p => p.CurrentValue);
        var row = new Row(entry.Metadata.GetTableName()!, (Guid)entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!, plain);
        // A file that waits to be imported is read by the house, not shown; what comes of it is planted.
        foreach (var property in entry.Properties.Where(p => IsSealed(p.Metadata) && !(p.Metadata.Name == "Content" && row.Table.EndsWith("_imports", StringComparison.Ordinal))))
        {
            var canary = new Canary(row, property.Metadata.Name);
            property.CurrentValue = New(property.Metadata.ClrType, canary.Field == PersonalCodes ? Code(canary) : canary.Field == Markup ? $"<p>kanaari{canaries.Count:000000}x</p>" : $"{Signs[canaries.Count % Signs.Length]}O'CONNEŽ-ŠUSLIK <b>kanaari{canaries.Count:000000}xж", canaries.Count);
            canaries.Add(canary);
        }
        return row;
    }

    /// <summary>By which a spreadsheet knows a formula; a tab and a line end do not hide one.</summary>
    internal const string Signs = "=+-@\t\r";

    /// <summary>The house wrote it itself, and encoded what stands in it.</summary>
    private const string Markup = "letters_letters.Body";

    /// <summary>What is no code would not be masked.</summary>
    private const string PersonalCodes = "people_people.Code";

    private string Code(Canary canary)
    {
        var code = Enumerable.Range(0, 10).Select(check => $"5950101{codes.Count:000}{check}").First(text => PersonalCode.TryParse(text, out _));
        codes.Add(code, canary);
        return code;
    }

    private static object New(Type type, string text, int number) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(Secret) => Secret.Of(text),
        var t when t == typeof(Sealed<DateOnly>) => new Sealed<DateOnly>(FirstDay.AddDays(number)),
        _ => new Sealed<string>(text),
    };

    private static bool IsSealed(IReadOnlyProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type
        && (type == typeof(Secret) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>));

    private static List<object> Load(ModuleDb db, Type entity) =>
        [.. ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity).Invoke(db, null)!)];

    /// <summary>Long before anybody who lives, so that the day itself is a mark.</summary>
    private static readonly DateOnly FirstDay = new(1700, 1, 1);

    [GeneratedRegex("kanaari([0-9]{6})x", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b5950101[0-9]{4}\b")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b([0-9]{2}\.[0-9]{2}\.1[78][0-9]{2}|1[78][0-9]{2}-[0-9]{2}-[0-9]{2})\b")]
    private static partial Regex Day();
}
