using Loim.Data;
using Loim.Modules;

namespace Loim.Web.Tables.Importing;

/// <summary>One spreadsheet on its way in. Its content is kept, encrypted, until it is done or given up. Each module that takes
/// spreadsheets has a table of this shape.</summary>
internal abstract class SheetImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string FileName { get; init; } = "";

    /// <summary>The table as JSON; null when the import is over.</summary>
    [Special]
    public Secret? Content { get; set; }
    public DateTime At { get; init; }
    public string By { get; init; } = "";

    /// <summary>How many records came in; null while it is being prepared.</summary>
    public int? Added { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Of those that came in, how many stayed when it was undone, since they were worked with by then.</summary>
    public int Stayed { get; private set; }

    public void Finish(int added) => (Added, Content) = (added, null);

    public void Undo(DateTime at, int stayed) => (UndoneAt, Stayed) = (at, stayed);
}
