using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loim.Data;

/// <summary>Whose row it is: the person that it names, or that the row names to which it belongs, as a session belongs to a referral.</summary>
internal static class PersonBehind
{
    private const string Person = "PersonId";
    private const int Furthest = 3;

    /// <summary>As it will be, then as it was.</summary>
    public static IEnumerable<Guid> Of(EntityEntry entry) => Of(entry, Furthest).Distinct();

    /// <summary>Rows to which a row of this type belongs: a key <c>ReferralId</c> leads to the <c>Referral</c>.</summary>
    public static IEnumerable<(IProperty Key, IEntityType Type)> Parents(IEntityType type) =>
        from key in type.GetProperties()
        where key.Name.EndsWith("Id", StringComparison.Ordinal)
        from parent in type.Model.GetEntityTypes()
        where parent != type && parent.FindProperty("Id") is not null && parent.GetTableName() is not null && key.Name == $"{parent.ClrType.Name}Id"
        select (key, parent);

    /// <summary>Whether a row of this type leads to a person.</summary>
    public static bool LiesBehind(IEntityType type, int further = Furthest) =>
        type.GetTableName() == "people_people" || type.FindProperty(Person) is not null || further > 0 && Parents(type).Any(parent => LiesBehind(parent.Type, further - 1));

    private static IEnumerable<Guid> Of(EntityEntry entry, int further) =>
        entry.Metadata.GetTableName() == "people_people" ? Both(entry, "Id")
        : entry.Metadata.FindProperty(Person) is not null ? Both(entry, Person)
        : further == 0 ? []
        : Parents(entry.Metadata).SelectMany(parent => Both(entry, parent.Key.Name).SelectMany(id => OfRow(entry.Context, parent.Type, id, further - 1)));

    private static IEnumerable<Guid> Both(EntityEntry entry, string property) =>
        new[] { entry.Property(property).CurrentValue, entry.Property(property).OriginalValue }.OfType<Guid>();

    private static IEnumerable<Guid> OfRow(DbContext db, IEntityType type, Guid id, int further) =>
        db.ChangeTracker.Entries().FirstOrDefault(e => e.Metadata == type && id.Equals(e.Property("Id").CurrentValue)) is { } known ? Of(known, further)
        : type.FindProperty(Person) is not null ? Stored(db, type, id, Person)
        : further == 0 ? []
        : Parents(type).SelectMany(parent => Stored(db, type, id, parent.Key.Name).SelectMany(next => OfRow(db, parent.Type, next, further - 1)));

    /// <summary>Past the viewer's filter: who may not see the row may change what hangs on it, by a link for one.</summary>
    private static IEnumerable<Guid> Stored(DbContext db, IEntityType type, Guid id, string column)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"SELECT \"{column}\" FROM \"{type.GetTableName()}\" WHERE \"Id\" = $id AND \"{column}\" IS NOT NULL";
        var key = command.CreateParameter();
        (key.ParameterName, key.Value) = ("$id", id);
        command.Parameters.Add(key);
        using var row = command.ExecuteReader();
        return row.Read() ? [row.GetGuid(0)] : [];
    }
}
