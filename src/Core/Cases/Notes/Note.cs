using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Notes;

/// <summary>Who reads a note.</summary>
internal enum NoteLevel { Case, Author }

/// <summary>What was seen or said, kept encrypted; read by those who see the case, or by its author alone.</summary>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Note
{
    public const int Longest = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTime At { get; init; }
    public required Guid Author { get; init; }
    public required string AuthorName { get; init; }
    public required NoteLevel Level { get; init; }
    [Special]
    public Secret Text { get; set; }

    public static SecretPlace TextPlace(Guid id) => new("cases_notes", nameof(Text), id);

    /// <summary>Its author may take it back on the same day.</summary>
    public bool IsFresh(Guid account, DateOnly today) => Author == account && Days.DayOf(At) == today;
}
