using System.Diagnostics;
using System.Text.Json;
using Loim.Events;
using Loim.Events.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>The calendar as another's parser reads it (python3-icalendar).</summary>
public sealed class FeedTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    private const string Parser = """
        import icalendar, json, sys
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        print(json.dumps([{
            "Uid": str(e["UID"]), "Title": str(e["SUMMARY"]), "Place": str(e["LOCATION"]), "About": str(e.get("DESCRIPTION", "")), "State": str(e["STATUS"]),
            "Start": e["DTSTART"].dt.isoformat(),
            "Zone": e["DTSTART"].params["TZID"], "Stamp": e["DTSTAMP"].dt.isoformat(), "Errors": len(e.errors)} for e in calendar.walk("VEVENT")]))
        """;

    [Fact]
    public async Task Another_program_reads_it_back_as_it_was_planned()
    {
        var about = "Räägime, laulame; joome teed\\kohvi.\nТеж українською, " + new string('õ', 200);
        var winter = await web.Publish(EventsHouse.Cafe(new(2025, 12, 3)) with { Title = "Keelekohvik; pere, lapsed", About = about, Venue = "Saal, 2. korrus" });
        var read = (await Read("/events/feed.ics")).Single(e => e.Uid.StartsWith(winter.ToString(), StringComparison.Ordinal));
        (read.Title, read.Place, read.About, read.State, read.Errors).ShouldBe(("Keelekohvik; pere, lapsed", "Saal, 2. korrus", about, "CONFIRMED", 0));
        read.Zone.ShouldBe("Europe/Tallinn");
        DateTimeOffset.Parse(read.Start, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.ShouldBe(new DateTime(2025, 12, 3, 15, 30, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Lines_end_with_CRLF_and_fit_75_octets_without_cutting_a_letter()
    {
        var text = new CalendarFile("Ы").Text("SUMMARY", new string('Ы', 300)).End();
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        foreach (var line in text.Split("\r\n")) { System.Text.Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75); }
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("SUMMARY:" + new string('Ы', 300) + "\r\n");
    }

    [Fact]
    public async Task One_feed_holds_one_language_and_its_titles_and_tells_what_was_cancelled()
    {
        var ukrainian = await web.Publish(EventsHouse.Cafe() with { HelpLanguages = ["uk"] });
        var estonian = await web.Publish(EventsHouse.Cafe());
        await web.House.As(Loim.Access.Viewer.House, s => s.GetRequiredService<Loim.Data.Work>().Do(async () =>
            (await s.GetRequiredService<EventsDb>().Events.SingleAsync(e => e.Id == ukrainian)).Cancel()));
        var read = await Read("/events/feed.ics?language=uk");
        var cancelled = read.Single(e => e.Uid.StartsWith(ukrainian.ToString(), StringComparison.Ordinal));
        (cancelled.Title, cancelled.State).ShouldBe(("Мовне кафе", "CANCELLED"));
        read.ShouldNotContain(e => e.Uid.StartsWith(estonian.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_feed_holds_one_area_and_what_is_for_all_of_them()
    {
        var here = await web.Publish(EventsHouse.Cafe() with { Area = "Kesklinn" });
        var there = await web.Publish(EventsHouse.Cafe() with { Area = "Lilleküla" });
        var everywhere = await web.Publish(EventsHouse.Cafe());
        var uids = (await Read("/events/feed.ics?area=Kesklinn")).ConvertAll(e => e.Uid[..36]);
        uids.ShouldContain(here.ToString());
        uids.ShouldContain(everywhere.ToString());
        uids.ShouldNotContain(there.ToString());
    }

    private async Task<List<Entry>> Read(string path)
    {
        using var browser = web.Open("et", null);
        using var answer = await browser.Get(path);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Parser]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await python.StandardInput.BaseStream.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
        python.StandardInput.Close();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        python.ExitCode.ShouldBe(0, await python.StandardError.ReadToEndAsync());
        return JsonSerializer.Deserialize<List<Entry>>(output)!;
    }

    private sealed record Entry(string Uid, string Title, string Place, string About, string State, string Start, string Zone, string Stamp, int Errors);
}
