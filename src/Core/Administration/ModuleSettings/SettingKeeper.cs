using Loim.Administration.Switching;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Administration.ModuleSettings;

/// <summary>Writes settings and has the house built with them; what the house refuses is taken back.</summary>
[Scoped]
internal sealed class SettingKeeper(HouseDb db, Work work, Wishes wishes)
{
    public async Task<WishOutcome?> Keep(string module, IReadOnlyDictionary<string, string> values)
    {
        var before = await db.Settings.AsNoTracking().Where(s => s.Module == module).ToDictionaryAsync(s => s.Name, s => s.Value);
        await work.Do(() => Write(module, values));
        var outcome = await wishes.Make("", on: true);
        if (outcome is { Done: false }) { await work.Do(() => Write(module, before)); }
        return outcome;
    }

    private async Task Write(string module, IReadOnlyDictionary<string, string> values)
    {
        var rows = await db.Settings.Where(s => s.Module == module).ToListAsync();
        db.RemoveRange(rows.Where(r => !values.ContainsKey(r.Name)));
        foreach (var (name, value) in values)
        {
            if (rows.Find(r => r.Name == name) is { } row) { row.Value = value; }
            else { db.Add(new Setting { Module = module, Name = name, Value = value }); }
        }
    }
}
