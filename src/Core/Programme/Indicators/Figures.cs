using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Programme.Indicators;

/// <summary>A figure as it is true, whoever looks. Without a value it could not be computed.</summary>
/// <param name="ByLine">The value by plan line; work that is booked on no line stands under the empty key.</param>
/// <param name="ByKind">Empty where the evidence names no kinds.</param>
internal sealed record FigureValue(
    Module Module, string Code, long? Value, IReadOnlyDictionary<Guid, long> ByLine, IReadOnlyDictionary<string, long> ByKind);

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

    /// <returns>The figure's value within the filter, and how many records stand behind it.</returns>
    public Task<(long Value, int Records)> Of(string code, Period period, EvidenceFilter filter) => scopes.AsHouse($"figure {code}", async services =>
    {
        var indicator = services.GetRequiredService<IndicatorCatalogue>().Find(code)!;
        var evidence = indicator.Evidence(period, filter);
        return (await evidence.Value(indicator.Aggregate), await evidence.CountAsync());
    });

    private async Task<FigureValue> Of(KnownIndicator known, Period period)
    {
        try
        {
            return await scopes.AsHouse($"figure {known.Type.Name}", async services =>
            {
                var indicator = services.GetRequiredService<IndicatorCatalogue>().Make(known);
                var evidence = indicator.Evidence(period, new());
                return new FigureValue(known.Module, indicator.Code, await evidence.Value(indicator.Aggregate),
                    await evidence.ByLine(indicator.Aggregate), await evidence.ByKind(indicator.Aggregate));
            });
        }
#pragma warning disable CA1031 // An indicator may throw anything; it is named, and the others are shown.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            faults.Add(known.Module.Id, $"indicator {known.Type.Name}", e);
            return new FigureValue(known.Module, catalogue.CodeOf(known), null, new Dictionary<Guid, long>(), new Dictionary<string, long>());
        }
    }
}
