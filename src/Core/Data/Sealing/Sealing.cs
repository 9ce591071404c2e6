using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loim.Data;

/// <summary>The blind index of secrets: equal texts, equal index, and nothing else can be learnt from it.</summary>
public sealed class BlindIndex
{
    private readonly Keyring keys;

    internal BlindIndex(Keyring keys) => this.keys = keys;

    /// <summary>For a column beside the <see cref="Secret"/>, to find it by its exact value.</summary>
    public string Of(string value) => keys.Index(value);
}

/// <summary>What happens to sealed values on their way to the database.</summary>
public static class Sealing
{
    private const string FoldSources = "Loim:Fold";

    /// <summary>Keeps the shadow column <c>fold</c>: the values in one line, without case and marks, for search and order.
    /// Order by it and then by the id: the index holds both, and a page of a long list is read from it.</summary>
    public static EntityTypeBuilder<T> HasFold<T>(this EntityTypeBuilder<T> entity, params string[] properties) where T : class
    {
        entity.Property<string>("fold").IsRequired();
        entity.HasIndex("fold", "Id");
        entity.Metadata.SetAnnotation(FoldSources, properties);
        return entity;
    }

    internal static bool IsSealed(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Secret) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>);
    }

    internal static string PlaceOf(IReadOnlyProperty property, Guid row) =>
        $"{property.DeclaringType.ContainingEntityType.GetTableName()}|{property.Name}|{row:N}";

    internal static void BeforeSave(ChangeTracker tracker, Keyring keys)
    {
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is Secret { Plain: { } plain })
                {
                    property.CurrentValue = Secret.FromCipher(keys.Seal(plain, PlaceOf(property.Metadata, (Guid)entry.Property("Id").CurrentValue!)));
                }
            }
            if (entry.Metadata.FindAnnotation(FoldSources)?.Value is string[] sources)
            {
                var texts = sources.Select(s => entry.Property(s).CurrentValue is Sealed<string> value ? value.Value : entry.Property(s).CurrentValue as string);
                entry.Property("fold").CurrentValue = Fold.Document(texts);
            }
        }
    }
}
