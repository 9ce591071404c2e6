using Loim.Programme.Planning;
using Loim.Web;

namespace Loim.Programme.Import;

/// <summary>What an import found, in sentences; the same for the page and for the command line.</summary>
internal sealed class ImportWords(Wording texts, Formats formats)
{
    public string Of(PlanFileException wrong) => texts["import.wrong", wrong.Line, wrong.Column, texts[$"import.wrong.{wrong.Reason}", wrong.Found]];

    public string Of(Oddity oddity) => oddity.Kind == OddityKind.SumDiffers
        ? texts["oddity.SumDiffers", formats.Amount(oddity.Printed), formats.Amount(oddity.Computed)]
        : texts[$"oddity.{oddity.Kind}", oddity.Found];

    public string Missing(ImportReport report) =>
        texts.Count("import.missing", report.Missing.Count, report.Year, string.Join("; ", report.Missing.Take(3).Select(NameOf)));

    public string Outcome(ImportReport report) => report.IsNothingNew
        ? texts["import.nothing", report.Year]
        : $"{texts.Count("import.added", report.Added.Count)} {texts.Count("import.changed", report.Changed.Count)}";

    private static string NameOf(PlanLine line) => $"{line.Owner} {line.Code} {line.TitleEt}";
}
