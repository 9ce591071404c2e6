using System.Globalization;
using Loim.Programme.Quarters.InterimReports;

namespace Loim.Core.Tests.Programme.Quarters.InterimReports;

public sealed class StatementTests
{
    private static readonly Guid Line = new("11111111-1111-1111-1111-111111111111"), Other = new("22222222-2222-2222-2222-222222222222"), Group = new("33333333-3333-3333-3333-333333333333");

    [Theory]
    [InlineData("et"), InlineData("en"), InlineData("ru"), InlineData("uk"), InlineData("ar-SA")]
    public void The_same_data_are_the_same_text_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            One().Text().ShouldBe("""
                {
                  "form": "loim-quarter-1",
                  "owner": "Rakvere",
                  "quarter": "2025-Q2",
                  "europeanShare": 85,
                  "lines": [
                    {
                      "key": "11111111-1111-1111-1111-111111111111",
                      "code": "3.5",
                      "title": "Õpe",
                      "isGroup": false,
                      "planned": 1000,
                      "committed": 0,
                      "spent": -200,
                      "paid": 300,
                      "story": "Üks „lugu“.\n\nСлово."
                    }
                  ],
                  "figures": [
                    {
                      "module": "cases",
                      "code": "cases.visits",
                      "value": 2,
                      "hasFailed": false,
                      "byLine": [
                        {
                          "line": "11111111-1111-1111-1111-111111111111",
                          "value": 2
                        }
                      ]
                    }
                  ]
                }

                """.ReplaceLineEndings("\n"));
        }
        finally { CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before; }
    }

    [Fact]
    public void What_was_written_is_read_and_nothing_else_is()
    {
        QuarterStatement.Read(One().Text())!.Text().ShouldBe(One().Text());
        foreach (var other in new[] { "", "{}", "[]", "null", "{\"form\":\"loim-quarter-2\",\"lines\":[],\"figures\":[]}", "text" }) { QuarterStatement.Read(other).ShouldBeNull(other); }
    }

    [Fact]
    public void Nothing_differs_from_itself() => Differences.Between(One(), One()).ShouldBeEmpty();

    [Fact]
    public void A_payment_that_came_late_is_one_difference_of_its_line() =>
        Between(One(), One(l => l with { Spent = 50, Paid = 550 })).ShouldBe([new(Matter.Spent, Line, null, -200, 50)]);

    [Fact]
    public void One_of_an_earlier_quarter_changes_what_was_paid_since_the_years_start() =>
        Between(One(), One(l => l with { Paid = 310 })).ShouldBe([new(Matter.Paid, Line, null, 300, 310)]);

    [Fact]
    public void A_payment_moved_from_an_earlier_quarter_changes_this_one_alone() =>
        Between(One(), One(l => l with { Spent = 0 })).ShouldBe([new(Matter.Spent, Line, null, -200, 0)]);

    [Fact]
    public void Plan_commitments_and_words_are_compared_and_the_share_too() =>
        Between(One(), One(l => l with { Planned = 900, Committed = 5, Story = null }) with { EuropeanShare = 70 }).ShouldBe([
            new(Matter.EuropeanShare, null, null, 85, 70), new(Matter.Planned, Line, null, 1000, 900), new(Matter.Committed, Line, null, 0, 5), new(Matter.Story, Line, null, null, null)]);

    [Fact]
    public void A_groups_money_is_not_said_twice_but_its_words_are_its_own()
    {
        var (said, now) = (new StatedLine(Group, "3", "Kõik", true, 1, 2, 3, 4, "Enne."), new StatedLine(Group, "3", "Kõik", true, 5, 6, 7, 8, "Pärast."));
        Between(One() with { Lines = [said] }, One() with { Lines = [now] }).ShouldBe([new(Matter.Story, Group, null, null, null)]);
    }

    [Fact]
    public void A_line_that_was_added_says_what_is_on_it()
    {
        var more = One();
        Between(One(), more with { Lines = [.. more.Lines, new(Other, "4", "Uus", false, 700, 0, 0, 0, null)] }).ShouldBe([new(Matter.Planned, Other, null, null, 700)]);
    }

    [Fact]
    public void A_figure_is_compared_in_all_and_by_line()
    {
        var now = One() with { Figures = [new("cases", "cases.visits", 3, false, [new(Line, 1), new(Guid.Empty, 2)])] };
        Between(One(), now).ShouldBe([new(Matter.Figure, null, "cases.visits", 2, 3), new(Matter.Work, Line, "cases.visits", 2, 1), new(Matter.Work, Guid.Empty, "cases.visits", 0, 2)]);
    }

    [Fact]
    public void A_module_that_is_off_takes_its_figure_along_and_a_new_one_without_work_says_nothing()
    {
        Between(One(), One() with { Figures = [new("library", "library.courses", 0, false, [])] })
            .ShouldBe([new(Matter.Figure, null, "cases.visits", 2, null), new(Matter.Work, Line, "cases.visits", 2, 0)]);
        Between(One(), One() with { Figures = [new("cases", "cases.visits", null, true, [new(Line, 2)])] }).ShouldBe([new(Matter.Figure, null, "cases.visits", 2, null)]);
    }

    private static IReadOnlyList<Difference> Between(QuarterStatement said, QuarterStatement now) => Differences.Between(said, now);

    private static QuarterStatement One(Func<StatedLine, StatedLine>? change = null)
    {
        var line = new StatedLine(Line, "3.5", "Õpe", false, 1000, 0, -200, 300, "Üks „lugu“.\n\nСлово.");
        return new("loim-quarter-1", "Rakvere", "2025-Q2", 85, [change?.Invoke(line) ?? line], [new("cases", "cases.visits", 2, false, [new(Line, 2)])]);
    }
}
