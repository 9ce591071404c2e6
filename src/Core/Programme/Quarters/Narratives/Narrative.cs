namespace Loim.Programme.Quarters.Narratives;

/// <summary>What was done on a plan line in a quarter, in words. Each saving is a wording of its own; the latest counts, none is lost.</summary>
internal sealed class Narrative
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LineId { get; init; }

    /// <summary>First day of the quarter.</summary>
    public required DateOnly Quarter { get; init; }

    /// <summary>1 for the first wording of the line in the quarter.</summary>
    public required int Version { get; init; }

    /// <summary>Empty where the story was taken back.</summary>
    public required string Text { get; init; }
    public required Guid By { get; init; }
    public required DateTime At { get; init; }

    public IEnumerable<string> Paragraphs => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
