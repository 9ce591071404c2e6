using System.Globalization;
using Loim.Bench.Load;

namespace Loim.Bench.Report;

/// <summary>The figures as they come, and in the end all of them as a table that reads in a terminal and in Markdown.</summary>
internal sealed class Table
{
    private static readonly Figure Title = new("what", "measured", "floor", "ratio", "budget");
    private readonly List<Figure> figures = [];

    public bool AllHeld => figures.TrueForAll(f => f.Held != false);

    public void Beside(string what, double value, string unit) => Add(new Figure(what, Show(value, unit)));

    /// <summary>Requests a second against the floor's, and what each costs the server's processor.</summary>
    public void Add(string what, double leastRatio, Rounds rounds)
    {
        Add(new Figure(what, Show(rounds.Product, "/s"), Show(rounds.Floor, "/s"), $"{rounds.Ratio:0.00}", $"≥ {leastRatio:0.00}", rounds.Ratio >= leastRatio));
        Add(new Figure($"{what}, processor each", Show(rounds.ProductCpu, "ms"), Show(rounds.FloorCpu, "ms"), $"{rounds.ProductCpu / rounds.FloorCpu:0.0}"));
        AtMost(0, $"{what}, answered wrongly", rounds.Failed, "");
    }

    public void AtMost(double budget, string what, double value, string unit) =>
        Add(new Figure(what, Show(value, unit), Budget: "≤ " + Show(budget, unit), Held: value <= budget));

    public void Print(TextWriter output)
    {
        List<string[]> rows = [Cells(Title, "held"), .. figures.Select(f => Cells(f, f.Held switch { true => "yes", false => "NO", null => "" }))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(w => new string('-', w))]);
        foreach (var row in rows) { output.WriteLine($"| {string.Join(" | ", row.Select((cell, i) => cell.PadRight(widths[i])))} |"); }
    }

    private void Add(Figure figure)
    {
        figures.Add(figure);
        Console.Error.WriteLine($"{figure.What}: {figure.Measured}{(figure.Ratio == "" ? "" : $", {figure.Ratio} of {figure.Floor}")}{(figure.Held == false ? "  BROKEN" : "")}");
    }

    private static string[] Cells(Figure f, string held) => [f.What, f.Measured, f.Floor, f.Ratio, f.Budget, held];

    private static string Show(double value, string unit) =>
        value.ToString(value >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture) + (unit == "" ? "" : " " + unit);
}
