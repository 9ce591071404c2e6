using System.Globalization;
using System.Text;
using CsvHelper;
using Loim.Data;
using Loim.Modules;
using Loim.Programme.Import;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Order;

/// <summary>Targets and opening records of the order as a CSV file; imported a second time it changes nothing.</summary>
[Scoped]
internal sealed class IndicatorFile(ProgrammeDb db, Work work, TimeProvider time)
{
    /// <returns>How many rows were new or changed.</returns>
    /// <exception cref="Refusal">A row cannot be read; nothing is imported.</exception>
    public Task<int> Import(Stream file, PlanOrder order) => work.Do(async () =>
    {
        using var csv = CsvReader.Create(new StreamReader(file, Encoding.UTF8), new CsvReaderOptions { Separator = ',', HasHeader = false, TrimWhitespace = true });
        var changes = 0;
        for (var line = 1; csv.Read(); line++)
        {
            if (line == 1) { continue; }
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            changes += await Take(cells, line, order) ? 1 : 0;
        }
        return changes;
    });

    private async Task<bool> Take(string[] cells, int line, PlanOrder order)
    {
        if (cells is not [var what, var indicator, var owner, var yearText, var amountText, var table]
            || !OrderIndicator.All.Any(i => i.Code == indicator)
            || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !long.TryParse(amountText, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            throw new Refusal($"Line {line} is not “target or record, indicator, owner, year, amount, table”.");
        }
        return what == "target" ? await Target(indicator, year, amount) : await Opening(indicator, owner, new(year, 12, 31), amount, table, order);
    }

    private async Task<bool> Target(string indicator, int year, long amount)
    {
        if (await db.Targets.FirstOrDefaultAsync(t => t.Indicator == indicator && t.Year == year) is { } known)
        {
            if (known.Amount == amount) { return false; }
            known.Amount = amount;
            return true;
        }
        db.Add(new IndicatorTarget { Indicator = indicator, Year = year, Amount = amount });
        return true;
    }

    private async Task<bool> Opening(string indicator, string owner, DateOnly on, long amount, string table, PlanOrder order)
    {
        if (await db.IndicatorRecords.AnyAsync(r => r.Indicator == indicator && r.Owner == owner && r.On == on && r.SourceTable == table)) { return false; }
        db.Add(new IndicatorRecord
        {
            Indicator = indicator, Owner = owner, On = on, Amount = amount, SourceTable = table, Order = order.Number, OrderedOn = order.On,
            By = Guid.Empty, At = time.GetUtcNow().UtcDateTime,
        });
        return true;
    }
}
