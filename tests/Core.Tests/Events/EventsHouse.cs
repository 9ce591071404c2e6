using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.Events.Planning;
using Loim.Events.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>A house with events that answers requests, behind a proxy; its clock stands at 15 September 2025, nine o'clock.</summary>
public sealed class EventsHouse() : WebHouse(TestHouse.In(TestHouse.Rakvere with { Proxies = ["127.0.0.1"] }, new EventsModule()))
{
    public static readonly DateOnly Today = new(2025, 9, 15);

    internal static EventPlan Cafe(DateOnly? day = null, int hour = 17, int? capacity = null) => new()
    {
        Kind = EventKind.LanguageCafe, Title = "Keelekohvik", Day = day ?? Today.AddDays(7), Start = new(hour, 30), End = new(hour + 2, 0),
        Venue = "Saal", Organiser = "Raamatukogu", Capacity = capacity,
        Words = new Dictionary<string, EventWords> { ["uk"] = new("Мовне кафе", "Говоримо разом.") },
    };

    internal async Task<Guid> Publish(EventPlan plan)
    {
        var it = Event.Draft(plan);
        it.Publish();
        await Write(s => s.GetRequiredService<EventsDb>().Add(it));
        return it.Id;
    }

    internal Task Write(Action<IServiceProvider> change) => House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s)));

    internal static (string, string)[] Typed(EventPlan plan, params (string, string)[] more) =>
    [
        ("Title", plan.Title), ("Kind", plan.Kind), ("Day", plan.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
        ("Start", $"{plan.Start:HH:mm}"), ("End", $"{plan.End:HH:mm}"), ("Venue", plan.Venue), ("Organiser", plan.Organiser), ("Language", plan.Language), .. more,
    ];

    /// <summary>Somebody from outside registers, with one adult of each name.</summary>
    internal Task Register(Guid it, string email, bool locals, params string[] names) => InScope(async s =>
    {
        s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
        await s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [.. names.Select(n => new NewGuest(n, Age.Adult))], "et") { Email = email, AreLocals = locals });
    });

    /// <summary>All guests on the list came.</summary>
    internal static async Task Tick(Browser organiser, Guid it, int guests, params (string, string)[] heads)
    {
        var path = $"/events/{it}/attendance";
        var page = await organiser.Page(path);
        var came = page.QuerySelectorAll<IHtmlInputElement>("input[name=Came]").Select(i => ("Came", i.Value)).ToArray();
        came.Length.ShouldBe(guests);
        using var answer = await organiser.Post(page, path, "attendance", [.. came, .. heads]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
