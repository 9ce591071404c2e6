using Loim.Modules;

namespace Loim.Programme.Order;

/// <summary>How the order counts.</summary>
internal enum CountingRule
{
    /// <summary>As it stands in the year that is asked for.</summary>
    Stock,

    /// <summary>All since the scheme began.</summary>
    Cumulative,
}

/// <summary>One of the seven indicators of the minister's order. Its name, unit and rule are the texts <c>order.{Code}</c>, <c>.unit</c>, <c>.rule</c>.</summary>
/// <remarks>Source: ELV-27.</remarks>
internal sealed record OrderIndicator(string Code, CountingRule Rule)
{
    private static readonly DateOnly Beginning = new(2023, 1, 1);

    /// <summary>In the order in which the minister's order prints them.</summary>
    public static IReadOnlyList<OrderIndicator> All { get; } =
    [
        new("coordinators", CountingRule.Stock), new("journey-models", CountingRule.Cumulative), new("info-days", CountingRule.Cumulative), new("trainings", CountingRule.Cumulative),
        new("participations", CountingRule.Cumulative), new("networks", CountingRule.Stock), new("councils", CountingRule.Cumulative),
    ];

    /// <summary>What counts when asked at the end of the period.</summary>
    public Period Counted(Period asked) => Rule == CountingRule.Cumulative ? new(Beginning, asked.Until) : Period.Year(asked.From.Year);
}
