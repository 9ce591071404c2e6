using Loim.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Loim.Data;

/// <summary>What a unit of work changes, as audit entries: table, row, person, names of the changed fields; no values.</summary>
internal static class ChangeNotes
{
    /// <summary>Asked before the changes are saved, for they are forgotten then; answers after it, for only then are keys
    /// that the database gives known.</summary>
    public static Func<List<AuditEntry>> Of(IEnumerable<ModuleDb> contexts, Viewer viewer, string place)
    {
        var notes = contexts.SelectMany(db => db.ChangeTracker.Entries())
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (Entry: e, Fields: FieldsOf(e), Note: new AuditEntry
            {
                Account = viewer.Account,
                Who = viewer.Name,
                Action = e.State switch { EntityState.Added => "add", EntityState.Deleted => "delete", _ => "change" },
                Page = place,
                Person = PersonOf(e),
            })).ToList();
        return () => [.. notes.Select(n => n.Note with { What = $"{n.Entry.Metadata.GetTableName()} {KeyOf(n.Entry)}{n.Fields}" })];
    }

    private static Guid? PersonOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("PersonId") is not null ? entry.Property("PersonId").CurrentValue as Guid?
        : entry.Metadata.GetTableName() == "people_people" ? (Guid)entry.Property("Id").CurrentValue! : null;

    private static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue));

    private static string FieldsOf(EntityEntry entry) => entry.State != EntityState.Modified ? ""
        : ": " + string.Join(", ", entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name));
}
