using Loim.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

public sealed class EventListTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    [Fact]
    public async Task What_is_to_come_stands_first_by_day_then_what_is_over_and_every_page_goes_on_where_the_last_ended()
    {
        var days = Enumerable.Range(-70, 130).Select(d => EventsHouse.Today.AddDays(d)).ToList();
        await web.Write(s => s.GetRequiredService<EventsDb>().AddRange(days.Select(d => Event.Draft(EventsHouse.Cafe(d)))));
        var wanted = days.Where(d => d >= EventsHouse.Today).Concat(days.Where(d => d < EventsHouse.Today).Reverse()).ToList();
        using var organiser = web.Open("et", "events.read,events.write");
        foreach (var (query, expected) in new[] { ("", wanted), ("&When=next", wanted[..60]), ("&When=past", wanted[60..]) })
        {
            var shown = new List<string>();
            for (var page = 1; page <= 3; page++) { shown.AddRange((await organiser.Page($"/events?page={page}{query}")).QuerySelectorAll("tbody td.nowrap").Select(td => td.TextContent.Split(' ', '\u00a0')[0])); }
            shown.ShouldBe(expected.Select(d => d.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)), query);
        }
    }
}
