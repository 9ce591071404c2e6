namespace Loim.Web;

/// <summary>One column: short label below it, value, and its name in the table where the label is not enough.</summary>
public sealed record ChartPoint(string Label, double Value, string? Name = null, string? Href = null);
