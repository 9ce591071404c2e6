using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Programme.Indicators;

/// <summary>A figure as it is true, whoever looks.</summary>
/// <param name="Value">Null when there is nothing to average, or it <see cref="HasFailed"/>.</param>
/// <param name="ByLine">The value by plan line; work that is booked on no line stands under the empty key.</param>
/// <param name="ByKind">Empty where the evidence names no kinds.</param>
internal sealed record FigureValue(
    Module Module, string Code, long? Value, IReadOnlyDictionary<Guid, long> ByLine, IReadOnlyDictionary<string, long> ByKind)
{
    /// <summary>It could not be computed.</summary>
    public bool HasFailed { get; init; }
}

/// <param name="Value">Null when there is nothing to average, or it <see cref="HasFailed"/>.</param>
/// <param name="Records">How many stand behind the value; those that are not <paramref name="Open"/> are closed to the viewer.</param>
internal sealed record OpenedFigure(Module Module, Aggregate Aggregate, long? Value, int Records, int Open, IReadOnlyList<Evidence> Rows)
{
    public int Closed => Records - Open;

    /// <summary>It could not be computed.</summary>
    public bool HasFailed { get; init; }
}

/// <summary>The figures of all modules that are on, counted by the house: what a viewer may not open is counted too.</summary>
[Scoped]
internal sealed class Figures(IndicatorCatalogue catalogue, IServiceScopeFactory scopes, FaultLog faults)
{
    public async Task<IReadOnlyList<FigureValue>> Of(Period period)
    {
        var values = new List<FigureValue>();
        foreach (var known in catalogue.All) { values.Add(await Of(known, period)); }
        return [.. values.OrderBy(v => v.Code, StringComparer.Ordinal)];
    }

    /// <summary>One figure and the rows behind it, newest first, as far as the viewer may open them.</summary>
    /// <returns>Null when no module that is on has it.</returns>
    public async Task<OpenedFigure?> Open(string code, Period period, EvidenceFilter filter, int skip, int take)
    {
        if (catalogue.All.FirstOrDefault(known => catalogue.CodeOf(known) == code) is not { } found) { return null; }
        try
        {
            var (aggregate, value, records) = await Truth(found, period, filter);
            var mine = catalogue.Make(found).Evidence(period, filter);
            var rows = await mine.OrderByDescending(e => e.On).ThenBy(e => e.Id).Skip(skip).Take(take).ToListAsync();
            return new(found.Module, aggregate, value, records, await mine.CountAsync(), rows);
        }
#pragma warning disable CA1031 // An indicator may throw anything; it is named, and the page says that it could not be computed.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            faults.Add(found.Module.Id, $"indicator {found.Type.Name}", e);
            return new(found.Module, default, null, 0, 0, []) { HasFailed = true };
        }
    }

    private Task<(Aggregate Aggregate, long? Value, int Records)> Truth(KnownIndicator known, Period period, EvidenceFilter filter) =>
        Counted(known, period, filter, async (indicator, evidence, aggregates) => (indicator.Aggregate, await aggregates.Value(evidence), await evidence.CountAsync()));

    private async Task<FigureValue> Of(KnownIndicator known, Period period)
    {
        try
        {
            return await Counted(known, period, new(), async (indicator, evidence, aggregates) =>
                new FigureValue(known.Module, indicator.Code, await aggregates.Value(evidence), await aggregates.ByLine(evidence), await aggregates.ByKind(evidence)));
        }
#pragma warning disable CA1031 // An indicator may throw anything; it is named, and the others are shown.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            faults.Add(known.Module.Id, $"indicator {known.Type.Name}", e);
            return new FigureValue(known.Module, catalogue.CodeOf(known), null, new Dictionary<Guid, long>(), new Dictionary<string, long>()) { HasFailed = true };
        }
    }

    /// <summary>Counts as the house, which sees all evidence but that of persons whose data are restricted.</summary>
    private Task<T> Counted<T>(KnownIndicator known, Period period, EvidenceFilter filter, Func<IIndicator, IQueryable<Evidence>, Aggregates, Task<T>> count) =>
        scopes.AsHouse($"figure {known.Type.Name}", async services =>
        {
            var indicator = services.GetRequiredService<IndicatorCatalogue>().Make(known);
            var evidence = indicator.Evidence(period, filter with { Without = await services.GetRequiredService<IPersonRecords>().Restricted() });
            return await count(indicator, evidence, new(indicator.Aggregate, await services.GetRequiredService<Aliases>().All()));
        });
}
