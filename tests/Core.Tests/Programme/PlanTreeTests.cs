using Loim.Modules;
using Loim.Programme.Import;
using Loim.Programme.Planning;
using Loim.Programme.Spendings;

namespace Loim.Core.Tests.Programme;

public sealed class PlanTreeTests
{
    private static readonly DateOnly Autumn = new(2025, 9, 15);

    private readonly List<PlanLine> lines = [.. PlanImport.Build(Guid.Empty, 2025, PlanFile.Read(File.OpenRead(PlanImportTests.Plan2025))).Where(l => l.Owner == "Rakvere")];

    [Fact]
    public void A_group_has_the_money_of_all_lines_below_it()
    {
        var rows = PlanTree.Of(lines, [Paid("Infomaterjalide", 684_00), Paid("Infomaterjalide", 241_60), Committed("Digipädevuse", 460_00)], Autumn);

        Row(rows, "Tõhusa kommunikatsiooni").Money.ShouldBe(new PlanMoney(2_000_00, 0, 925_60));
        Row(rows, "Vajaduspõhise tugiteenuse").Money.ShouldBe(new PlanMoney(20_037_77, 460_00, 0));
        rows.Total().ShouldBe(new PlanMoney(82_037_77, 460_00, 925_60));
        rows.Total().Free.ShouldBe(82_037_77 - 460_00 - 925_60);
        rows.Select(r => r.Depth).ShouldBe([0, 1, 2, 2, 1, 2, 2, 1, 2, 1, 2, 1, 1]);
    }

    [Fact]
    public void More_than_planned_is_kept_and_shown()
    {
        var row = Row(PlanTree.Of(lines, [Paid("Digipädevuse", 2_052_30)], Autumn), "Digipädevuse");
        row.Money.IsOver.ShouldBeTrue();
        row.Money.Free.ShouldBe(-52_30);
    }

    [Theory]
    [InlineData(1_000_00, 0.9, false)]
    [InlineData(100_00, 0.9, true)]
    [InlineData(100_00, 0.05, false)]
    public void A_line_is_left_unused_when_half_of_the_time_s_share_is_not_spent(long cents, double elapsed, bool unused) =>
        Row(PlanTree.Of(lines, [Paid("Digipädevuse", cents)], Autumn), "Digipädevuse").IsLeftUnused(elapsed).ShouldBe(unused);

    [Fact]
    public void Committed_money_becomes_paid_on_its_day_and_stays_what_it_was_before()
    {
        var spending = Committed("Digipädevuse", 500_00, new(2025, 3, 1));
        spending.Pay(new(2025, 5, 20), 480_00);

        (spending.CommittedAt(new(2025, 2, 28)), spending.PaidAt(new(2025, 2, 28))).ShouldBe((0, 0));
        (spending.CommittedAt(new(2025, 5, 19)), spending.PaidAt(new(2025, 5, 19))).ShouldBe((500_00, 0));
        (spending.CommittedAt(new(2025, 5, 20)), spending.PaidAt(new(2025, 5, 20))).ShouldBe((0, 480_00));
        (spending.PaidIn(Period.Quarter(2025, 1)), spending.PaidIn(Period.Quarter(2025, 2))).ShouldBe((0, 480_00));
    }

    [Fact]
    public void A_void_record_counts_nowhere_until_it_is_restored()
    {
        var spending = Paid("Digipädevuse", 100_00);
        spending.Void("twice by mistake", Guid.Empty, default);
        (spending.State, spending.PaidAt(Autumn), spending.PaidIn(Period.Year(2025))).ShouldBe((SpendingState.Void, 0, 0));

        spending.Restore();
        (spending.State, spending.PaidAt(Autumn)).ShouldBe((SpendingState.Paid, 100_00));
    }

    [Fact]
    public void What_is_paid_or_void_is_not_paid_again_and_a_void_needs_a_reason()
    {
        var paid = Paid("Digipädevuse", 100_00);
        Should.Throw<InvalidOperationException>(() => paid.Pay(Autumn, 1));
        Should.Throw<ArgumentException>(() => paid.Void(" ", Guid.Empty, default));
        paid.Void("twice", Guid.Empty, default);
        Should.Throw<InvalidOperationException>(() => paid.Void("again", Guid.Empty, default));

        var early = Committed("Digipädevuse", 100_00);
        Should.Throw<ArgumentOutOfRangeException>(() => early.Pay(early.CommittedOn.AddDays(-1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => early.Pay(early.CommittedOn, 0));
    }

    private static PlanRow Row(IReadOnlyList<PlanRow> rows, string title) => rows.Single(r => r.Line.TitleEt.StartsWith(title, StringComparison.Ordinal));

    private Spending Committed(string title, long cents, DateOnly? on = null) => new()
    {
        LineId = lines.Single(l => l.TitleEt.StartsWith(title, StringComparison.Ordinal)).Id,
        CommittedOn = on ?? new(2025, 4, 1), CommittedCents = cents, Document = "", Description = "test", By = Guid.Empty, At = default,
    };

    private Spending Paid(string title, long cents)
    {
        var spending = Committed(title, cents);
        spending.Pay(spending.CommittedOn, cents);
        return spending;
    }
}
