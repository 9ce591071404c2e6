using System.Globalization;
using System.Reflection;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loim.Data;

/// <summary>What a unit of work changes, as audit entries: table, row, person, names of the changed fields; values only where
/// their class allows it.</summary>
internal static class ChangeNotes
{
    /// <summary>Asked before the changes are saved, for they are forgotten then; answers after it, for only then are keys
    /// that the database gives known.</summary>
    public static Func<List<AuditEntry>> Of(IEnumerable<ModuleDb> contexts, CurrentViewer viewer, string place)
    {
        var notes = contexts.SelectMany(db => db.ChangeTracker.Entries())
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (Entry: e, Fields: FieldsOf(e), Note: AuditEntry.By(viewer, ActionOf(e), place) with { Person = PersonBehind.Of(e).Select(p => (Guid?)p).FirstOrDefault(), Detail = ValuesOf(e) })).ToList();
        return () => [.. notes.Select(n => n.Note with { What = $"{n.Entry.Metadata.GetTableName()} {KeyOf(n.Entry)}{n.Fields}" })];
    }

    /// <summary>Whose rows are about to change.</summary>
    public static IEnumerable<Guid> Persons(IEnumerable<ModuleDb> contexts) => contexts.SelectMany(db => db.ChangeTracker.Entries())
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).SelectMany(PersonBehind.Of);

    private static string ActionOf(EntityEntry entry) => entry.State switch { EntityState.Added => "add", EntityState.Deleted => "delete", _ => "change" };

    private static string KeyOf(EntityEntry entry) => entry.Metadata.ClrType.IsDefined(typeof(AnonymousAttribute), inherit: false) ? ""
        : string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string FieldsOf(EntityEntry entry) => entry.State != EntityState.Modified ? ""
        : ": " + string.Join(", ", entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name));

    private static string? ValuesOf(EntityEntry entry) =>
        entry.State == EntityState.Modified && MayBeWritten(entry.Metadata)
        && entry.Properties.Where(p => p.IsModified && MayBeWritten(p.Metadata)).Select(p => $"{p.Metadata.Name}: {Text(p.OriginalValue)} → {Text(p.CurrentValue)}").ToList() is { Count: > 0 } values
            ? string.Join("; ", values) : null;

    /// <summary>A person's own row, or one that belongs to such a row: a goal of a case.</summary>
    private static bool IsOfPerson(IEntityType type, int depth = 0) =>
        type.GetProperties().Any(p => p.Name.EndsWith("PersonId", StringComparison.Ordinal) || Sealing.IsSealed(p.ClrType))
        || depth < 3 && PersonBehind.Parents(type).Any(parent => IsOfPerson(parent.Type, depth + 1));

    /// <summary>By what the model declares; of an entity that declares nothing, if no person stands behind it.</summary>
    private static bool MayBeWritten(IEntityType type) =>
        type.ClrType.GetCustomAttribute<ProcessingAttribute>() is { } declared ? !declared.IsSpecial : !IsOfPerson(type);

    /// <summary>Choices, yes or no, numbers, days: never a text, which may say anything, nor what is sealed or of a special category.</summary>
    private static bool MayBeWritten(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { } kind && property.PropertyInfo?.IsDefined(typeof(SpecialAttribute)) != true
        && property.PropertyInfo?.GetCustomAttribute<ProcessingAttribute>()?.IsSpecial != true && (kind.IsEnum || kind.IsPrimitive || kind == typeof(DateOnly) || kind == typeof(TimeOnly) || kind == typeof(DateTime) || kind == typeof(Guid));

    private static string Text(object? value) => value is null ? "–" : value is DateTime at ? AuditChain.Text(at) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
