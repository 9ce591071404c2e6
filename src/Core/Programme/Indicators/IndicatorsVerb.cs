using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Loim.Modules;
using Loim.Web;

namespace Loim.Programme.Indicators;

/// <summary><c>indicators --period 2025-Q3 [--json]</c></summary>
internal sealed class IndicatorsVerb(Figures figures, IndicatorWords words) : IVerb
{
    private static readonly Option<string> When = new("--period") { Description = "A year or a quarter: 2025, 2025-Q3.", Required = true };
    private static readonly Option<bool> AsJson = new("--json") { Description = "As JSON." };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static VerbLine Line { get; } = new(["indicators"], "Computes the figures of all modules that are on.", When, AsJson);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        if (!Period.TryParse(line.GetValue(When), out var period)) { throw new Refusal($"“{line.GetValue(When)}” is not a period: write 2025 or 2025-Q3."); }
        var values = await figures.Of(period);
        if (line.GetValue(AsJson))
        {
            var all = values.Select(v => new { v.Code, Module = v.Module.Id, v.Value, v.ByKind, v.ByLine });
            await output.WriteLineAsync(JsonSerializer.Serialize(new { Period = period.ToString(), Indicators = all }, Json));
        }
        else
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            foreach (var v in values)
            {
                await output.WriteLineAsync($"{v.Code,-28}{(v.HasFailed ? "could not be computed" : v.Value is { } value ? Formats.Current.Number(value) : "–"),10}  {words.Title(v.Module, v.Code)}");
            }
        }
        var failed = values.Where(v => v.HasFailed).Select(v => v.Code).ToList();
        return failed.Count == 0 ? 0 : throw new Refusal($"Could not be computed: {string.Join(", ", failed)}.");
    }
}
