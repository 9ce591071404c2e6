using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loim.Events;

/// <summary>Title and description in one of the further languages.</summary>
internal sealed record EventWords(string Title, string? About);

internal static class StoredWords
{
    /// <summary>They are replaced as a whole, never changed in place.</summary>
    public static void AsJson(this PropertyBuilder<IReadOnlyDictionary<string, EventWords>> words) => words.HasConversion(
        it => JsonSerializer.Serialize(it, JsonSerializerOptions.Web),
        json => JsonSerializer.Deserialize<Dictionary<string, EventWords>>(json, JsonSerializerOptions.Web)!,
        new ValueComparer<IReadOnlyDictionary<string, EventWords>>((a, b) => ReferenceEquals(a, b), it => it.Count, it => it));
}
