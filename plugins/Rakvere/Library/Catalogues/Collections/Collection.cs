namespace Rakvere.Library.Catalogues.Collections;

/// <summary>A shelf for a group: what the catalogue has in a language at a level. It is a question, and its titles are those of today.</summary>
internal sealed class Collection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required string Language { get; set; }

    /// <summary>One of <see cref="CatalogueQuestion.Levels"/>.</summary>
    public required string Level { get; set; }
    public string? Words { get; set; }

    public CatalogueQuestion Question => new(Language, Level, Words);
}
