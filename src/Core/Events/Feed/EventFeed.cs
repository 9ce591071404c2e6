using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Loim.Events.Feed;

/// <summary>The published events as a calendar that others subscribe to; one that was cancelled says so.</summary>
[Scoped]
internal sealed class EventFeed(House<EventsDb> house, Deployment deployment, HouseAddress address, TimeProvider time)
{
    private const int DaysBack = 31;

    /// <param name="language">Events in this language or with help in it, with their titles in it; null: all, in the reader's language.</param>
    public async Task<IResult> Write(string? language, string? area)
    {
        var since = time.Today().AddDays(-DaysBack);
        var found = house.Db.Events.AsNoTracking().Where(e => e.State != EventState.Draft && e.Day >= since);
        if (!string.IsNullOrEmpty(language)) { found = found.Where(e => e.Language == language || e.HelpLanguages.Contains(language)); }
        if (!string.IsNullOrEmpty(area)) { found = found.Where(e => e.Area == area || e.Area == ""); }
        var written = string.IsNullOrEmpty(language) ? Formats.Current.Language : language;
        var file = new CalendarFile(deployment.Municipality);
        foreach (var it in await found.OrderBy(e => e.Day).ThenBy(e => e.Start).ToListAsync()) { Add(file, it, written); }
        return Results.Text(file.End(), "text/calendar; charset=utf-8");
    }

    private void Add(CalendarFile file, Event it, string language) =>
        file.Line("BEGIN:VEVENT").Line($"UID:{it.Id}@{deployment.Id}.loim").Utc("DTSTAMP", time.GetUtcNow().UtcDateTime)
            .Local("DTSTART", it.Day, it.Start).Local("DTEND", it.Day, it.End)
            .Text("SUMMARY", it.TitleIn(language)).Text("DESCRIPTION", it.AboutIn(language)).Text("LOCATION", it.Venue)
            .Line($"URL:{address.Of($"/events/on/{it.Id}")}").Line(it.State == EventState.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED").Line("END:VEVENT");
}
