using System.CommandLine;
using System.Globalization;
using Loim.Modules;
using Loim.Web;

namespace Loim.Programme.Import;

/// <summary><c>plan import FILE</c></summary>
internal sealed class PlanImportVerb(PlanImport import, Texts texts) : IVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The plan as CSV, in UTF-8." };
    private static readonly Option<string?> Order = new("--order") { Description = "Number of the order that approved the plan." };
    private static readonly Option<DateOnly?> OrderedOn = new("--ordered-on") { Description = "Day of the order: 2025-03-25." };

    public static VerbLine Line { get; } = new(["plan", "import"], "Imports an activity plan; the same file again changes nothing.", File, Order, OrderedOn);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var words = new ImportWords(texts.Of(typeof(ProgrammeModule)), Formats.Current);
        var report = await Import(line.GetValue(File)!, new(line.GetValue(Order), line.GetValue(OrderedOn)), words);
        if (report.Missing.Count > 0) { throw new Refusal(words.Missing(report)); }
        await Print(report, words, output);
        return 0;
    }

    private async Task<ImportReport> Import(FileInfo file, PlanOrder order, ImportWords words)
    {
        try
        {
            await using var stream = file.OpenRead();
            return await import.Import(PlanFile.Read(stream), order);
        }
        catch (PlanFileException e) { throw new Refusal($"{file.Name}: {words.Of(e)}"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Refusal(e.Message); }
    }

    private static async Task Print(ImportReport report, ImportWords words, TextWriter output)
    {
        var f = Formats.Current;
        await output.WriteLineAsync($"Plan of {report.Year}: {report.Lines.Count} lines of {report.Owners.Count()} owners.");
        foreach (var (owner, _, lines, cents) in report.Owners) { await output.WriteLineAsync($"  {owner,-14}{lines,4} lines{f.Amount(cents),16}"); }
        await output.WriteLineAsync($"  {"Implementer",-24}{f.Amount(report.ImplementerCents),16}");
        await output.WriteLineAsync($"  {"Partners",-24}{f.Amount(report.PartnersCents),16}");
        await output.WriteLineAsync($"Warnings: {report.Oddities.Count}. Everything is kept as it was printed.");
        foreach (var oddity in report.Oddities)
        {
            await output.WriteLineAsync($"  {oddity.Line.Position,3}  {oddity.Line.Owner,-12} {oddity.Line.Code,-14} {words.Of(oddity)}");
        }
        await output.WriteLineAsync(words.Outcome(report));
    }
}
