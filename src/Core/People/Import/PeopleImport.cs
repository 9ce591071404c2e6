using Loim.Data;
using Loim.Modules;

namespace Loim.People.Import;

/// <summary>One spreadsheet of people on its way in. Its content is kept, encrypted, until it is done or given up.</summary>
[Processing("purpose.import", LawfulBasis.PublicTask, "retention.import")]
internal sealed class PeopleImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string FileName { get; init; }

    /// <summary>The table as JSON; null when the import is over.</summary>
    [Special]
    public Secret? Content { get; set; }
    public required DateTime At { get; init; }
    public required string By { get; init; }

    /// <summary>How many people came in; null while it is being prepared.</summary>
    public int? Added { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Of those who came in, how many stayed when it was undone, since they were worked with by then.</summary>
    public int Stayed { get; private set; }

    public static SecretPlace ContentPlace(Guid import) => new("people_imports", nameof(Content), import);

    public void Finish(int added) => (Added, Content) = (added, null);

    public void Undo(DateTime at, int stayed) => (UndoneAt, Stayed) = (at, stayed);
}
