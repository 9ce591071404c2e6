using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Loim.Data;

/// <summary>What holds for every table of every module, so that no module says it.</summary>
internal static partial class Conventions
{
    public const string Access = "access";

    public static void Configure(ModelConfigurationBuilder model)
    {
        model.Properties<DateTime>().HaveConversion<UtcConverter>();
        model.Properties<Sealed<string>>().HaveConversion<SealedConverter<string>>();
        model.Properties<Secret>().HaveConversion<SecretConverter>();
        model.Properties<Sealed<DateOnly>>().HaveConversion<SealedConverter<DateOnly>>();
    }

    public static void Apply(ModelBuilder model, ModuleDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            if (type.GetViewName() is null && type.GetTableName() is { } table && !type.IsTableExcludedFromMigrations())
            {
                type.SetTableName(ModuleDb.PrefixOf(db.GetType()) + Snake(table));
            }
            foreach (var key in type.FindPrimaryKey()?.Properties ?? [])
            {
                // A key set by us is not a sign that the row exists already.
                if (key.ClrType == typeof(Guid)) { key.ValueGenerated = ValueGenerated.Never; }
            }
            if (type.BaseType is null && type.GetDeclaredQueryFilters().Count == 0)
            {
                type.SetQueryFilter(Access, NobodySeesNothing(type.ClrType, db));
            }
        }
    }

    private static LambdaExpression NobodySeesNothing(Type entity, ModuleDb db)
    {
        var known = Expression.Property(Expression.Property(Expression.Constant(db, db.GetType()), nameof(ModuleDb.Viewer)), nameof(ModuleDb.Viewer.IsKnown));
        return Expression.Lambda(known, Expression.Parameter(entity, "row"));
    }

    private static string Snake(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex WordStart();

    /// <summary>SQLite forgets the kind of an instant; all of ours are UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class SealedConverter<T>() : ValueConverter<Sealed<T>, T>(v => v.Value, v => new Sealed<T>(v));

    private sealed class SecretConverter() : ValueConverter<Secret, string>(v => v.Cipher, v => Secret.FromCipher(v));
}
