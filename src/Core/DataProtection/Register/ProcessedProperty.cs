using System.Reflection;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Register;

/// <summary>One stored property of persons, as the model has it and as its declaration speaks of it.</summary>
/// <param name="Processing">Null where nothing is declared; a test fails then.</param>
internal sealed record ProcessedProperty(string Table, string Name, ProcessingAttribute? Processing, bool IsSpecial, bool IsEncrypted, bool IsText)
{
    /// <summary>Of its text, in the module's own texts or among those of data protection. Keys of other records are one to a reader.</summary>
    public string TextKey => $"property.{(Name.EndsWith("Id", StringComparison.Ordinal) && Name != "PersonId" ? "Id" : Name)}";

    /// <summary>Of its table's text in the module's texts: <c>table.notes</c> of <c>cases_notes</c>.</summary>
    public string TableKey(Module module)
    {
        var prefix = module.Id.Replace('-', '_') + "_";
        return $"table.{(Table.StartsWith(prefix, StringComparison.Ordinal) ? Table[prefix.Length..] : Table)}";
    }

    /// <summary>All of a module's tables that hold persons, in the order of the model.</summary>
    public static IReadOnlyList<ProcessedProperty> Of(Module module) =>
        [.. ModuleSet.DbsOf(module).Concat(module is DataProtectionModule ? [typeof(HouseDb)] : []).SelectMany(Of)];

    internal static IReadOnlyList<ProcessedProperty> Of(Type context)
    {
        using var db = (ModuleDb)Activator.CreateInstance(context, DbOptions.Of(context, b => b.UseSqlite()))!;
        var tables = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).ToList();
        var holding = Holding(tables);
        return [.. tables.Where(holding.Contains).SelectMany(e => e.GetProperties(), Of)];
    }

    /// <summary>Tables with a person or a sealed value, those that say so themselves, and whatever belongs to a row of one of them.</summary>
    private static HashSet<IEntityType> Holding(List<IEntityType> tables)
    {
        var holding = tables.Where(t => t.ClrType.IsDefined(typeof(ProcessingAttribute)) || t.GetProperties().Any(ModuleRules.IsPersonal)).ToHashSet();
        while (tables.Where(t => !holding.Contains(t) && holding.Any(h => BelongsTo(t, h))).ToList() is { Count: > 0 } more) { holding.UnionWith(more); }
        return holding;
    }

    private static bool BelongsTo(IEntityType part, IEntityType whole) =>
        part.GetForeignKeys().Any(k => k.PrincipalEntityType == whole)
        || part.GetProperties().Any(p => p.Name == whole.ClrType.Name + "Id" && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid));

    private static ProcessedProperty Of(IEntityType entity, IProperty property)
    {
        var own = (MemberInfo?)property.PropertyInfo ?? property.FieldInfo;
        var whole = entity.ClrType.GetCustomAttribute<ProcessingAttribute>();
        var processing = own?.GetCustomAttribute<ProcessingAttribute>() ?? whole;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return new(entity.GetTableName()!, property.Name, processing,
            processing?.IsSpecial == true || whole?.IsSpecial == true || own?.IsDefined(typeof(SpecialAttribute)) == true,
            type == typeof(Secret), type == typeof(string) || type == typeof(Sealed<string>));
    }
}
