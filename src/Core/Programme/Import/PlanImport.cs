using System.Security.Cryptography;
using System.Text;
using Loim.Data;
using Loim.Modules;
using Loim.Programme.Planning;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme.Import;

/// <summary>A plan was imported, and something of it was new or different.</summary>
public sealed record PlanImported(Guid Plan) : IFact;

/// <summary>What an import would do, or did.</summary>
/// <param name="Missing">Lines of the plan in the house that the file no longer has; nothing is imported then.</param>
internal sealed record ImportReport(
    int Year, IReadOnlyList<PlanLine> Lines, IReadOnlyList<PlanLine> Added, IReadOnlyList<PlanLine> Changed, IReadOnlyList<PlanLine> Missing)
{
    public IReadOnlyList<Oddity> Oddities { get; } = Import.Oddities.Of(Lines, Year);

    public bool IsNothingNew => Added.Count == 0 && Changed.Count == 0;

    public IEnumerable<(string Owner, string Kind, int Lines, long Cents)> Owners =>
        Lines.GroupBy(l => l.Owner).Select(g => (g.Key, g.First().OwnerKind, g.Count(), g.Where(l => l.ParentId is null).Sum(l => l.BudgetCents)));

    /// <summary>Planned by the municipalities together; the implementer is an association.</summary>
    public long PartnersCents => Owners.Where(o => o.Kind != "liit").Sum(o => o.Cents);
    public long ImplementerCents => Owners.Where(o => o.Kind == "liit").Sum(o => o.Cents);
}

/// <summary>Number and day of the order that approved the plan; empty where the importer does not know them.</summary>
internal sealed record PlanOrder(string? Number, DateOnly? On);

/// <summary>Brings a plan into the house. The same file again changes nothing: a line's key comes from what is printed.</summary>
[Scoped]
internal sealed class PlanImport(ProgrammeDb db, Work work, TimeProvider time)
{
    /// <summary>Reads the file and compares it with what is there; writes nothing.</summary>
    public async Task<ImportReport> Preview(IReadOnlyList<PrintedLine> lines)
    {
        var year = YearOf(lines);
        var known = await db.Lines.AsNoTracking().Where(l => db.Plans.Any(p => p.Id == l.PlanId && p.Year == year)).ToDictionaryAsync(l => l.Id);
        var fresh = Build(Guid.Empty, year, lines);
        return new(year, fresh,
            [.. fresh.Where(l => !known.ContainsKey(l.Id))],
            [.. fresh.Where(l => known.TryGetValue(l.Id, out var old) && !IsSame(old, l))],
            [.. known.Values.ExceptBy(fresh.Select(l => l.Id), l => l.Id).OrderBy(l => l.Position)]);
    }

    public Task<ImportReport> Import(IReadOnlyList<PrintedLine> lines, PlanOrder order) => work.Do(async () =>
    {
        var report = await Preview(lines);
        if (report.Missing.Count > 0) { return report; }
        var plan = await db.Plans.FirstOrDefaultAsync(p => p.Year == report.Year);
        var isNewOrder = order.Number is not null && (plan?.Order, plan?.OrderedOn) != (order.Number, order.On);
        if (report.IsNothingNew && !isNewOrder) { return report; }
        if (plan is null) { db.Add(plan = new Plan { Year = report.Year, ImportedAt = default }); }
        plan.ImportedAt = time.GetUtcNow().UtcDateTime;
        if (isNewOrder) { (plan.Order, plan.OrderedOn) = (order.Number, order.On); }
        var known = await db.Lines.Where(l => l.PlanId == plan.Id).ToDictionaryAsync(l => l.Id);
        foreach (var line in Build(plan.Id, report.Year, lines))
        {
            if (known.TryGetValue(line.Id, out var old)) { db.Entry(old).CurrentValues.SetValues(line); }
            else { db.Add(line); }
        }
        work.Record(new PlanImported(plan.Id));
        return report;
    });

    /// <summary>The year in which most lines end: some run beyond it.</summary>
    private static int YearOf(IReadOnlyList<PrintedLine> lines) =>
        lines.Where(l => l.PlanEnd is not null).GroupBy(l => l.PlanEnd!.Value.Year).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key
        ?? throw new PlanFileException(lines[0].FileLine, "plan_end", "no-year");

    internal static List<PlanLine> Build(Guid plan, int year, IReadOnlyList<PrintedLine> lines)
    {
        var seen = new Dictionary<string, int>();
        var keys = lines.Select(l => Key($"{year}|{l.Owner}|{l.ParentCode}|{l.Code}|{l.TitleEt}", seen)).ToList();
        return [.. lines.Select((l, i) => new PlanLine
        {
            Id = keys[i], PlanId = plan, ParentId = l.Parent is { } parent ? keys[parent] : null, Position = i + 1,
            Owner = l.Owner, OwnerKind = l.OwnerKind, Code = l.Code, ParentCode = l.ParentCode, TitleEt = l.TitleEt, TitleEn = l.TitleEn,
            OverallStart = l.OverallStart, OverallEnd = l.OverallEnd, PlanStart = l.PlanStart, PlanEnd = l.PlanEnd,
            BudgetCents = l.BudgetCents, Responsible = l.Responsible, IsGroup = l.IsGroup, SourceTable = l.SourceTable, Note = l.Note,
        })];
    }

    /// <summary>The same text, the same key; a text that repeats is told apart by its turn.</summary>
    private static Guid Key(string text, Dictionary<string, int> seen)
    {
        seen[text] = seen.GetValueOrDefault(text) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{text}|{seen[text]}"));
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static bool IsSame(PlanLine a, PlanLine b) =>
        (a.ParentId, a.Position, a.OwnerKind, a.TitleEn, a.BudgetCents, a.Responsible, a.IsGroup) == (b.ParentId, b.Position, b.OwnerKind, b.TitleEn, b.BudgetCents, b.Responsible, b.IsGroup)
        && (a.OverallStart, a.OverallEnd, a.PlanStart, a.PlanEnd, a.SourceTable, a.Note) == (b.OverallStart, b.OverallEnd, b.PlanStart, b.PlanEnd, b.SourceTable, b.Note);
}
