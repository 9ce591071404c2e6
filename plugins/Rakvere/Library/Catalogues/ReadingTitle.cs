namespace Rakvere.Library.Catalogues;

/// <summary>A title on the reading list of an activity, as the catalogue had it that day.</summary>
internal sealed class ReadingTitle
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ActivityId { get; init; }

    /// <summary>Its number in the catalogue; once on a list.</summary>
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Origin { get; init; }
}
