using System.Net;
using System.Text;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Docs;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.Modules;
using Loim.Network;
using Loim.Programme;
using Loim.Programme.Indicators;
using Loim.Programme.Order;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

/// <summary>A house with events and networks, and what the order says of its seven indicators.</summary>
public sealed class OrderHouse() : WebHouse(new ProgrammeModule(), new EventsModule(), new NetworkModule())
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (await OrderIndicatorTests.Import(House)).ShouldBe(20);
    }
}

public sealed class OrderIndicatorTests(OrderHouse house) : IClassFixture<OrderHouse>
{
    private static readonly Period Year = Period.Year(2025);

    [Fact]
    public async Task The_orders_values_stand_beside_their_targets_and_a_second_import_changes_nothing()
    {
        (await Import(house.House)).ShouldBe(0);
        var figures = await Figures(house.House);
        figures.Select(f => f.Indicator.Code).ShouldBe(["coordinators", "journey-models", "info-days", "trainings", "participations", "networks", "councils"]);
        figures.Select(f => f.Opening).ShouldBe([null, null, 4, 5, null, null, 2]);
        figures.Select(f => f.Targets[2025]).ShouldBe([8, 0, 6, 7, 30, 8, 5]);
        figures.Select(f => f.Targets[2029]).ShouldBe([7, 7, 12, 12, 45, 7, 7]);
    }

    [Fact]
    public async Task What_no_module_counts_is_said_to_be_unknown_and_not_nought()
    {
        await using var bare = TestHouse.With(new ProgrammeModule());
        await Import(bare);
        (await Figures(bare)).Where(f => f.Indicator.Code is not "coordinators").Select(f => f.Own).ShouldAllBe(own => own == null);
    }

    [Fact]
    public async Task An_opening_record_of_a_municipality_is_its_own_contribution()
    {
        await using var tallinn = TestHouse.In(TestHouse.Rakvere with { Id = "tallinn", Owner = "Tallinn" }, new ProgrammeModule());
        await Import(tallinn);
        (await Figures(tallinn)).Single(f => f.Indicator.Code == "councils").Own.ShouldBe(1);
    }

    [Fact]
    public async Task A_held_info_day_counts_since_2023_and_an_info_hour_does_not()
    {
        await using var own = TestHouse.With(new EventsModule());
        foreach (var (kind, day) in new[] { (EventKind.InfoDay, new DateOnly(2024, 5, 2)), (EventKind.InfoDay, new(2025, 5, 2)), (EventKind.InfoHour, new(2025, 5, 3)) })
        {
            await own.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<IEvents>().Record(new NewEvent
            {
                Kind = kind, Title = "Infopäev", Day = day, Start = new(10, 0), End = new(12, 0), Venue = "Saal", Organiser = "Linnavalitsus", Attended = new(10, 0),
            })));
        }
        (await Figures(own)).Single(f => f.Indicator.Code == "info-days").Own.ShouldBe(2);
    }

    [Theory]
    [InlineData("target,no-such,,2025,1,2"), InlineData("target,networks,,x,1,2"), InlineData("target,networks")]
    public async Task A_row_that_cannot_be_read_is_named_and_nothing_is_imported(string row)
    {
        await using var bare = TestHouse.With(new ProgrammeModule());
        var csv = $"what,indicator,owner,year,amount,source_table\ntarget,networks,,2025,8,17\n{row}\n";
        (await Should.ThrowAsync<Refusal>(Import(bare, new MemoryStream(Encoding.UTF8.GetBytes(csv))))).Message.ShouldContain("Line 3");
        bare.Scalar<long>("SELECT count(*) FROM programme_targets").ShouldBe(0);
    }

    [Fact]
    public async Task A_record_with_its_source_counts_until_it_is_void_and_again_when_it_is_restored()
    {
        using var browser = house.Open("en", "programme.read,programme.report");
        const string page = "/programme/indicators/participations", add = page + "/record";
        using var wrong = await browser.Post(await browser.Page(add), add, "record", ("Amount", "3"), ("Day", "12.05.2025"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "no source");
        using var saved = await browser.Post(await browser.Page(add), add, "record", ("Amount", "3"), ("Day", "12.05.2025"), ("Source", "Attendance list 7"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Own(browser)).ShouldBe("3");
        foreach (var expected in new[] { "0", "3" })
        {
            var shown = await browser.Page(page);
            var record = shown.QuerySelectorAll("#void-Record option").Select(o => o.GetAttribute("value")!).Last(v => v.Length > 0);
            using var turned = await browser.Post(shown, page, "void", ("Record", record));
            turned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await Own(browser)).ShouldBe(expected == "0" ? "no evidence yet" : expected);
        }
    }

    [Fact]
    public async Task A_reader_sees_the_evidence_and_adds_none()
    {
        using var reader = house.Open("uk", "programme.read");
        (await reader.Page("/programme/indicators/info-days")).QuerySelector("main")!.TextContent.ShouldNotContain("[");
        await reader.Page("/programme/indicators/info-days/record", HttpStatusCode.Forbidden);
        await reader.Page("/programme/indicators/no-such", HttpStatusCode.NotFound);
        using var stranger = house.Open("uk", "cases.read");
        await stranger.Page("/programme/indicators/info-days", HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("2023-01-01..2026-01-01", true), InlineData("2025-01-01..2025-01-01", false), InlineData("2025-01-01..x", false), InlineData("..", false)]
    public void A_span_of_days_is_read_as_it_is_written(string text, bool isPeriod)
    {
        Period.TryParse(text, out var period).ShouldBe(isPeriod);
        if (isPeriod) { period.ToString().ShouldBe(text); }
    }

    internal static Task<int> Import(TestHouse house) => Import(house, File.OpenRead(Path.Combine(Repository.Root, "data", "indicator-records-2025.csv")));

    private static Task<int> Import(TestHouse house, Stream file) =>
        house.As(Viewer.House, s => s.GetRequiredService<IndicatorFile>().Import(file, new("68", new(2025, 3, 25))));

    private static Task<IReadOnlyList<OrderFigure>> Figures(TestHouse house) => house.As(TestHouse.Somebody("programme.read"), s => s.GetRequiredService<OrderFigures>().Of(Year));

    private static async Task<string> Own(Browser browser) =>
        (await browser.Page("/programme/indicators")).QuerySelectorAll("tr").Single(r => r.QuerySelector("a[href*='indicators/participations']") is not null).QuerySelector("td")!.TextContent.Trim();
}
