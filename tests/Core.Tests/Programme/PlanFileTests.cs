using System.Text;
using Loim.Programme.Import;

namespace Loim.Core.Tests.Programme;

public class PlanFileTests
{
    private const string Head = "code,parent_code,owner,owner_kind,title_et,title_en,overall_start,overall_end,plan_start,plan_end,budget_eur,responsible,is_group,source_table,note\n";
    private const string Group = "1.1,1,Kungla,linn,Rühm,Group,2025-01-01,2025-12-31,2025-01-01,2025-12-31,100,Kungla linn,true,1,\n";
    private const string Leaf = "1.1.1,1.1,Kungla,linn,Rida,Line,2025-01-01,2025-12-31,2025-01-01,2025-12-31,100,Kungla linn,false,1,\n";

    [Theory]
    [InlineData("", 1, "code", "empty")]
    [InlineData(Head, 2, "code", "no-lines")]
    [InlineData("code,owner\n1,Kungla\n", 1, "parent_code", "no-column")]
    [InlineData(Head + Group + "1.1.1,1.1,,linn,Rida,Line,,,,2025-12-31,1,,false,1,\n", 3, "owner", "needed")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,,Line,,,,2025-12-31,1,,false,1,\n", 3, "title_et", "needed")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,31.12.2025,2025-12-31,1,,false,1,\n", 3, "plan_start", "day")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-02-30,1,,false,1,\n", 3, "plan_end", "day")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,12 eurot,,false,1,\n", 3, "budget_eur", "amount")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,-5,,false,1,\n", 3, "budget_eur", "amount")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,1.005,,false,1,\n", 3, "budget_eur", "amount")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,,,false,1,\n", 3, "budget_eur", "amount")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,1,,jah,1,\n", 3, "is_group", "truth")]
    [InlineData(Head + Group + "1.9.1,1.9,Kungla,linn,Rida,Line,,,,2025-12-31,1,,false,1,\n", 3, "parent_code", "no-parent")]
    [InlineData(Head + Group + Leaf + "1.1.1.1,1.1.1,Kungla,linn,Rida,Line,,,,2025-12-31,1,,false,1,\n", 4, "parent_code", "no-parent")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line\n", 3, "overall_start", "too-few")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,Rida,Line,,,,2025-12-31,1,,false,1,jah,ei\n", 3, "note", "too-many")]
    [InlineData(Head + Group + "1.1.1,1.1,Kungla,linn,\"Rida,Line,,,,2025-12-31,1,,false,1,\n", 3, "title_et", "quotes")]
    public void A_malformed_file_names_line_column_and_reason(string csv, int line, string column, string reason)
    {
        var wrong = Should.Throw<PlanFileException>(() => Read(Encoding.UTF8.GetBytes(csv)));
        (wrong.Line, wrong.Column, wrong.Reason).ShouldBe((line, column, reason));
    }

    [Fact]
    public void A_file_in_another_encoding_names_the_first_cell_that_cannot_be_read()
    {
        var wrong = Should.Throw<PlanFileException>(() => Read(Encoding.Latin1.GetBytes(Head + Group)));
        (wrong.Line, wrong.Column, wrong.Reason).ShouldBe((2, "title_et", "encoding"));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_no_matter() =>
        Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes((Head + Group + Leaf).Replace("\n", "\r\n", StringComparison.Ordinal))]).Count.ShouldBe(2);

    [Theory]
    [InlineData("1.1.1", "", nameof(OddityKind.NoCode))]
    [InlineData("1.1.1,", "7,", nameof(OddityKind.ListNumber))]
    [InlineData("2025-01-01,2025-12-31,2025-01-01", "2025-01-01,2025-12-31,2023-01-01", nameof(OddityKind.PlanStartsOutside))]
    [InlineData("2025-12-31,100", "2026-01-31,100", nameof(OddityKind.PlanEndsOutside))]
    [InlineData("2025-01-01,2025-12-31,2025-01-01,2025-12-31", "2025-12-31,2025-01-01,2025-01-01,2025-12-31", nameof(OddityKind.EndsBeforeStart))]
    [InlineData("2025-01-01,2025-12-31,2025-01-01,2025-12-31", ",,2025-01-01,2025-12-31", nameof(OddityKind.NoOverallPeriod))]
    [InlineData("2025-01-01,2025-12-31,2025-01-01,2025-12-31", "2025-01-01,2025-12-31,,", nameof(OddityKind.NoPlanPeriod))]
    [InlineData("Kungla linn", "", nameof(OddityKind.NoResponsible))]
    [InlineData("1,\n", "1,printed with a trailing dot\n", nameof(OddityKind.Remark))]
    [InlineData("1.1.1,", "1.1,", nameof(OddityKind.RepeatedCode))]
    public void An_oddity_is_warned_of_and_kept_as_printed(string usual, string odd, string kind)
    {
        OdditiesOf(Head + Group + Replaced(usual, odd)).Where(o => o.Line.Position == 2).ShouldHaveSingleItem().Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public void A_usual_line_has_no_oddity() => OdditiesOf(Head + Group + Leaf).ShouldBeEmpty();

    [Fact]
    public void A_group_whose_lines_do_not_add_up_is_warned_of_with_both_figures()
    {
        var oddity = OdditiesOf(Head + Group + Replaced(",100,", ",99.5,")).ShouldHaveSingleItem();
        (oddity.Kind, oddity.Printed, oddity.Computed).ShouldBe((OddityKind.SumDiffers, 100_00, 99_50));
    }

    private static string Replaced(string usual, string odd)
    {
        var at = Leaf.IndexOf(usual, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException(usual) : Leaf[..at] + odd + Leaf[(at + usual.Length)..];
    }

    private static IReadOnlyList<Oddity> OdditiesOf(string csv) =>
        Oddities.Of(PlanImport.Build(Guid.Empty, 2025, Read(Encoding.UTF8.GetBytes(csv))), 2025);

    private static IReadOnlyList<PrintedLine> Read(byte[] file) => PlanFile.Read(new MemoryStream(file));
}
