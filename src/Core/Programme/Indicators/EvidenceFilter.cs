using Loim.Modules;

namespace Loim.Programme.Indicators;

/// <summary>What to look at within a figure.</summary>
/// <param name="Line">Empty for work that is booked on no line.</param>
/// <param name="Without">Persons whose data are restricted: they are not reported.</param>
internal sealed record EvidenceFilter(Guid? Line = null, string? Kind = null, IReadOnlyCollection<Guid>? Without = null);

internal static class FilteredEvidence
{
    public static IQueryable<Evidence> Evidence(this IIndicator indicator, Period period, EvidenceFilter filter)
    {
        var evidence = WholeEvidence.Of(indicator.Evidence(period));
        if (filter.Without is { Count: > 0 } without) { evidence = evidence.Where(e => e.Person == null || !without.Contains(e.Person.Value)); }
        if (filter.Line == Guid.Empty) { evidence = evidence.Where(e => e.PlanLine == null); }
        else if (filter.Line is { } line) { evidence = evidence.Where(e => e.PlanLine == line); }
        return filter.Kind is { } kind ? evidence.Where(e => e.Kind == kind) : evidence;
    }
}
