using Loim.Access;
using Loim.Cases;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Programme.Broken;
using Loim.Events;
using Loim.Modules;
using Loim.Programme.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

public sealed class FiguresTests
{
    private static readonly Period Q3 = Period.Quarter(2025, 3);
    private static readonly Guid Line = Guid.CreateVersion7();

    [Fact]
    public async Task A_figure_is_split_by_line_and_kind_and_counts_persons_once()
    {
        await using var house = Desk.House();
        var person = Crowd.Person("Marichka", "Dolynna");
        await house.Add(person);
        await house.Add(
            Desk.Enquiry(Desk.Said("advice", "registry") with { Person = person.Id, PlanLine = Line }),
            Desk.Enquiry(Desk.Said("advice") with { Person = person.Id }),
            Desk.Enquiry(Desk.Said("advice") with { Day = new DateOnly(2025, 6, 30) }));

        var figures = (await Figures(house, TestHouse.Somebody(), f => f.Of(Q3))).ToDictionary(f => f.Code);

        figures["cases.visits"].Value.ShouldBe(2);
        figures["cases.visits"].ByLine.ShouldBe(new Dictionary<Guid, long> { [Line] = 1, [Guid.Empty] = 1 }, ignoreOrder: true);
        figures["cases.visits"].ByKind.ShouldBeEmpty();
        figures["cases.persons"].Value.ShouldBe(1);
        figures["cases.persons"].ByLine[Line].ShouldBe(1);
        figures["cases.services"].ByKind.ShouldBe(new Dictionary<string, long> { ["service.advice"] = 2, ["service.registry"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_value_is_true_for_everybody_and_the_rows_are_those_that_the_viewer_may_open()
    {
        await using var house = Desk.House();
        await house.Add(Desk.Enquiry(Desk.Said("advice") with { PlanLine = Line }), Desk.Enquiry(Desk.Said("advice") with { PlanLine = Line }, "NGO"), Desk.Enquiry(Desk.Said("way"), "City"));

        foreach (var (viewer, open) in new[] { (Desk.Adviser("NGO"), 1), (Desk.Adviser(null), 1), (TestHouse.Somebody("programme.read"), 0) })
        {
            var all = (await Figures(house, viewer, f => f.Open("cases.visits", Q3, new(), 0, 50)))!;
            (all.Value, all.Records, all.Open, all.Closed).ShouldBe((3, 3, open, 3 - open));
            all.Rows.Count.ShouldBe(open);
            (await Figures(house, viewer, f => f.Open("cases.visits", Q3, new(Line), 0, 50)))!.Value.ShouldBe(2);
            (await Figures(house, viewer, f => f.Open("cases.visits", Q3, new(Guid.Empty), 0, 50)))!.Value.ShouldBe(1);
            (await Figures(house, viewer, f => f.Open("cases.services", Q3, new(Kind: "service.way"), 0, 50)))!.Value.ShouldBe(1);
        }
    }

    [Fact]
    public async Task An_average_is_rounded_and_its_parts_are_averages_of_their_own()
    {
        await using var house = TestHouse.With(new EventsModule());
        await Hold(house, EventKind.LanguageCafe, 10);
        await Hold(house, EventKind.LanguageCafe, 5);
        await Hold(house, EventKind.InfoDay, 2);

        var average = new Aggregates(Aggregate.Average, new Dictionary<Guid, Guid>());
        Task<T> Of<T>(Period period, Func<IQueryable<Evidence>, Task<T>> compute) => house.As(Viewer.House, s =>
            compute(s.GetServices<IIndicator>().Single(i => i.Code == "events.participants").Evidence(period, new())));

        (await Of(Q3, average.Value)).ShouldBe(6);
        (await Of(Period.Quarter(2024, 1), average.Value)).ShouldBeNull("of nobody there is no average, and none is not nought");
        (await Of(Q3, average.ByKind)).ShouldBe(new Dictionary<string, long> { ["kind.language-cafe"] = 8, ["kind.info-day"] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_figure_that_cannot_be_computed_is_named_and_the_others_stay()
    {
        await using var house = TestHouse.With(new BrokenModule(), new CasesModule());

        var figures = (await Figures(house, TestHouse.Somebody(), f => f.Of(Q3))).ToDictionary(f => f.Code);

        figures["cases.visits"].Value.ShouldBe(0);
        figures["cases.visits"].HasFailed.ShouldBeFalse();
        figures["broken.counted"].HasFailed.ShouldBeTrue();
        figures["broken.cannot-be-made"].HasFailed.ShouldBeTrue();
        (await Figures(house, TestHouse.Somebody(), f => f.Open("broken.none", Q3, new(), 0, 50))).ShouldBeNull();
        house.Faults.Recent.Where(f => f.Module == "broken").Select(f => (f.Phase, f.Reason)).ShouldBe(
            [("indicator CannotBeMade", "InvalidOperationException: made wrongly"), ("indicator CannotBeCounted", "InvalidOperationException: counted wrongly")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_evidence_of_a_figure_that_cannot_be_computed_opens_without_a_value()
    {
        await using var house = TestHouse.With(new BrokenModule(), new CasesModule());
        var opened = await Figures(house, TestHouse.Somebody(), f => f.Open("broken.counted", Q3, new(), 0, 50));
        opened!.HasFailed.ShouldBeTrue();
        opened.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-Q3", 2025, 7, 2025, 10)]
    [InlineData("2025-Q4", 2025, 10, 2026, 1)]
    [InlineData("2025", 2025, 1, 2026, 1)]
    public void A_period_is_read_as_half_open_days(string text, int year, int month, int untilYear, int untilMonth)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();
        period.ShouldBe(new Period(new(year, month, 1), new(untilYear, untilMonth, 1)));
        period.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("2025-Q5"), InlineData("2025-Q0"), InlineData("2025-Q33"), InlineData("25-Q1"), InlineData("2025-Q1-Q2"), InlineData("täna")]
    public void What_is_no_period_is_refused(string? text) => Period.TryParse(text, out _).ShouldBeFalse();

    private static Task<Guid> Hold(TestHouse house, string kind, int heads) => house.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new()
    {
        Kind = kind, Title = "Kohtumine", Day = new(2025, 9, 9), Start = new(17, 0), End = new(18, 0), Venue = "Saal", Organiser = "Linn", Attended = new(heads, 0),
    }));

    private static Task<T> Figures<T>(TestHouse house, Viewer viewer, Func<Loim.Programme.Indicators.Figures, Task<T>> ask) =>
        house.As(viewer, s => ask(s.GetRequiredService<Loim.Programme.Indicators.Figures>()));
}
