using System.Text.Json;
using Loim.Access;
using Loim.Data;
using Microsoft.EntityFrameworkCore;

namespace Loim.Web.Tables.Importing;

/// <summary>Takes spreadsheets in, and back out again, all of one or none of it. What a row becomes, and what of it may go, a module says.</summary>
/// <param name="table">Of the imports.</param>
internal abstract class SheetBook<TImport>(ModuleDb db, string table, Work work, Reading reading, CurrentViewer current, TimeProvider time) where TImport : SheetImport, new()
{
    protected Work Work => work;

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Keeps the table until it is decided what to do with it; what was left undecided for a day is thrown away.</summary>
    public async Task<Guid> Prepare(string fileName, SheetTable sheet)
    {
        var import = new TImport { FileName = fileName, Content = Secret.Of(JsonSerializer.Serialize(sheet)), At = Now, By = current.Viewer.IsHouse ? "" : current.Viewer.Name };
        var stale = Now.AddDays(-1);
        await work.Do(async () =>
        {
            db.RemoveRange(await db.Set<TImport>().Where(i => i.Added == null && i.At < stale).ToListAsync());
            db.Add(import);
        });
        return import.Id;
    }

    /// <returns>Null when the import is over or not there.</returns>
    public async Task<OpenedSheet?> Open(Guid import)
    {
        if (await db.Set<TImport>().Where(i => i.Id == import).Select(i => i.Content).FirstOrDefaultAsync() is not { } content) { return null; }
        var json = reading.Open(Guid.Empty, content, new(table, nameof(SheetImport.Content), import));
        return new(json is null ? null : JsonSerializer.Deserialize<SheetTable>(json));
    }

    /// <summary>All rows or none; false when somebody has finished it meanwhile.</summary>
    protected Task<bool> Finish<TEntry>(Guid id, IReadOnlyCollection<TEntry> rows, Action<TEntry> add) => work.Do(async () =>
    {
        if (await db.Set<TImport>().FirstOrDefaultAsync(i => i.Id == id && i.Added == null) is not { } import) { return false; }
        foreach (var row in rows) { add(row); }
        import.Finish(rows.Count);
        return true;
    });

    /// <summary>Takes out what came in with it, but what was changed or worked with since.</summary>
    public Task Undo(Guid id) => work.Do(async () =>
    {
        if (await db.Set<TImport>().FirstOrDefaultAsync(i => i.Id == id && i.Added != null && i.UndoneAt == null) is not { } import) { return; }
        import.Undo(Now, import.Added!.Value - await TakeOut(id));
    });

    /// <returns>How many were taken out.</returns>
    protected abstract Task<int> TakeOut(Guid import);
}

/// <param name="Table">Null when what was kept was changed or moved since: it is unreadable.</param>
internal sealed record OpenedSheet(SheetTable? Table);
