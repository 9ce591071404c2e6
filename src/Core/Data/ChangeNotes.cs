using Loim.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Loim.Data;

/// <summary>What a unit of work changes, as audit entries: table, row, person, names of the changed fields; no values.</summary>
internal static class ChangeNotes
{
    public static List<AuditEntry> Of(IEnumerable<ModuleDb> contexts, Viewer viewer, string place) =>
        [.. contexts.SelectMany(db => db.ChangeTracker.Entries())
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => new AuditEntry
            {
                Account = viewer.Account,
                Who = viewer.Name,
                Action = e.State switch { EntityState.Added => "add", EntityState.Deleted => "delete", _ => "change" },
                Page = place,
                Person = PersonOf(e),
                What = $"{e.Metadata.GetTableName()} {KeyOf(e)}{FieldsOf(e)}",
            })];

    private static Guid? PersonOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("PersonId") is not null ? entry.Property("PersonId").CurrentValue as Guid?
        : entry.Metadata.GetTableName() == "people_people" ? (Guid)entry.Property("Id").CurrentValue! : null;

    private static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string FieldsOf(EntityEntry entry) => entry.State != EntityState.Modified ? ""
        : ": " + string.Join(", ", entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name));
}
