using System.CommandLine;
using Loim.Modules;

namespace Loim.Programme.Order;

/// <summary><c>targets import FILE</c></summary>
internal sealed class IndicatorFileVerb(IndicatorFile import) : IVerb
{
    private static readonly Argument<FileInfo> Source = new("FILE") { Description = "Targets and opening records as CSV, in UTF-8." };
    private static readonly Option<string?> Order = new("--order") { Description = "Number of the order that they are cited from." };
    private static readonly Option<DateOnly?> OrderedOn = new("--ordered-on") { Description = "Day of the order: 2025-03-25." };

    public static VerbLine Line { get; } = new(["targets", "import"], "Imports targets and opening records; the same file again changes nothing.", Source, Order, OrderedOn);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        try
        {
            await using var file = line.GetValue(Source)!.OpenRead();
            await output.WriteLineAsync($"{await import.Import(file, new(line.GetValue(Order), line.GetValue(OrderedOn)))} rows new or changed.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Refusal(e.Message); }
    }
}
