using Loim.Access;
using Loim.Cases;
using Loim.Core.Tests.Data;
using Loim.Events;
using Loim.Modules;
using Loim.Programme;
using Loim.Programme.Quarters;
using Loim.Programme.Quarters.InterimReports;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Plugins.Tests.Programme;

public sealed class SubmittedDemonstrationTests
{
    [Fact]
    public async Task The_first_quarter_is_accepted_and_the_second_differs_by_the_invoice_that_came_late()
    {
        await using var house = TestHouse.With(new ProgrammeModule(), new CasesModule(), new EventsModule());
        await house.As(Viewer.House, async s =>
        {
            foreach (var it in s.GetServices<IDemonstration>().OrderBy(d => d.IsLast)) { await it.Add(new(20, 2025, new(2025, 9, 15), new(1)), default); }
        });
        await house.As(Viewer.House, async s =>
        {
            var (book, reports) = (s.GetRequiredService<InterimReportBook>(), s.GetRequiredService<QuarterReports>());
            var (first, second) = ((await book.Of(new(2025, 1, 1))).ShouldHaveSingleItem(), (await book.Of(new(2025, 4, 1))).ShouldHaveSingleItem());
            (first.State, second.State, book.Holds(first), book.Holds(second)).ShouldBe((ReportState.Accepted, ReportState.Submitted, true, true));
            book.Since(first, (await reports.Of("2025-Q1"))!).ShouldBeEmpty();
            book.Since(second, (await reports.Of("2025-Q2"))!).ShouldHaveSingleItem().Matter.ShouldBe(Matter.Spent);
        });
    }
}
