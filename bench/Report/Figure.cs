namespace Loim.Bench.Report;

/// <summary>One line of the table. A figure without a budget stands beside the others to read them by.</summary>
internal sealed record Figure(string What, string Measured, string Floor = "", string Ratio = "", string Budget = "", bool? Held = null);
