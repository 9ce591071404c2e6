using System.CommandLine;
using System.Globalization;
using Loim.Modules;
using Loim.Programme.Quarters.InterimReports;
using Loim.Web;

namespace Loim.Programme.Quarters.Files;

/// <summary><c>report quarter 2025-Q3 --out DIR</c></summary>
internal sealed class QuarterReportVerb(QuarterReports reports, QuarterWorkbook workbook, InterimReportBook book, Documents documents, Deployment deployment) : IVerb
{
    private static readonly Argument<string> Quarter = new("QUARTER") { Description = "2025-Q3." };
    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder for the files; made where it is not there.", Required = true };
    private static readonly Option<string?> Language = new("--language") { Description = "et, en, ru or uk; the deployment's first where it is not said." };

    public static VerbLine Line { get; } = new(["report", "quarter"], "Writes the quarterly report as HTML and XLSX.", Quarter, Out, Language);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var language = line.GetValue(Language) ?? deployment.Languages[0];
        if (!deployment.Languages.Contains(language)) { throw new Refusal($"“{language}” is not a language of this deployment: {string.Join(", ", deployment.Languages)}."); }
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var asked = line.GetValue(Quarter)!;
        var report = await reports.Of(asked) ?? throw new Refusal($"“{asked}” is not a quarter with a plan: write 2025-Q3, and import the plan of its year first.");
        var html = await documents.RenderAlone<QuarterDocument>(new Dictionary<string, object?> { ["Quarter"] = asked, ["Alone"] = true });
        var path = Path.Combine(line.GetValue(Out)!.FullName, QuarterFiles.NameOf(deployment, report));
        try
        {
            Directory.CreateDirectory(line.GetValue(Out)!.FullName);
            await File.WriteAllTextAsync(path + ".html", html, ct);
            await File.WriteAllBytesAsync(path + ".xlsx", workbook.Write(report, await book.SubmittedAs(report)), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Refusal(e.Message); }
        await output.WriteLineAsync($"{path}.html\n{path}.xlsx");
        var failed = report.Figures.Where(f => f.HasFailed).Select(f => f.Code).ToList();
        return failed.Count == 0 ? 0 : throw new Refusal($"Written without what could not be computed: {string.Join(", ", failed)}.");
    }
}
