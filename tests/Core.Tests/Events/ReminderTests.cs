using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.Events.Registrations;
using Loim.Events.Registrations.Reminding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>The letter before the event, by a clock that is moved. It stands at 15 September 2025, nine o'clock.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private WebHouse web = default!;

    private DateOnly Today => Loim.Modules.Days.DayOf(web.House.Clock.GetUtcNow().UtcDateTime);

    public Task InitializeAsync() => Build(1);

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task The_day_before_each_registration_with_a_seat_gets_one_letter_in_its_language()
    {
        var it = await Publish(Today.AddDays(2), seats: 3);
        await Register(it, "uk", "uk@naide.example");
        await Register(it, "et", "et@naide.example");
        await Register(it, "et", null);
        await Register(it, "ru", "waits@naide.example");
        await Remind();
        (await Reminders()).ShouldBeEmpty("it is two days away");
        web.House.Clock.Advance(TimeSpan.FromHours(23));
        await Remind();
        (await Reminders()).ShouldBeEmpty("eight in the morning of the day before");
        web.House.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Remind(), Remind(), Remind());
        (await Reminders()).ShouldBe(["et", "uk"]);
        web.House.Clock.Advance(TimeSpan.FromHours(1));
        await Remind();
        (await Reminders()).Count.ShouldBe(2, "once, however often the job runs");
    }

    [Fact]
    public async Task A_house_that_stood_still_reminds_late_and_never_after_the_event_has_begun()
    {
        var (late, begun) = (await Publish(Today.AddDays(1), seats: 5), await Publish(Today.AddDays(1), seats: 5, hour: 8));
        foreach (var it in new[] { late, begun }) { await Register(it, "et", "pere@naide.example", Today.AddDays(-3)); }
        web.House.Clock.Advance(TimeSpan.FromHours(25));
        await Remind();
        (await Reminders()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_cancelled_registered_just_now_or_waits_for_a_cancelled_event_gets_none()
    {
        var (it, off) = (await Publish(Today.AddDays(1), seats: 5), await Publish(Today.AddDays(1), seats: 5));
        await Register(it, "et", "gone@naide.example", Today.AddDays(-3));
        await Register(off, "et", "off@naide.example", Today.AddDays(-3));
        await Register(it, "et", "now@naide.example");
        await Write(async s =>
        {
            foreach (var registration in await s.GetRequiredService<EventsDb>().Registrations.Where(r => r.Number == 1 && r.EventId == it).ToListAsync()) { registration.Cancel(); }
            (await s.GetRequiredService<EventsDb>().Events.SingleAsync(e => e.Id == off)).Cancel();
        });
        web.House.Clock.Advance(TimeSpan.FromHours(2));
        await Remind();
        (await Reminders()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_municipality_that_wants_none_sends_none()
    {
        await web.DisposeAsync();
        await Build(0);
        var it = await Publish(Today.AddDays(1), seats: 5);
        await Register(it, "et", "pere@naide.example", Today.AddDays(-3));
        web.House.Clock.Advance(TimeSpan.FromHours(2));
        await Remind();
        (await Reminders()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_moved_is_reminded_of_again_at_its_new_time_and_not_when_the_letter_of_the_change_came_as_late()
    {
        var (later, soon) = (await Publish(Today.AddDays(1), seats: 5), await Publish(Today.AddDays(1), seats: 5));
        foreach (var it in new[] { later, soon }) { await Register(it, "et", "pere@naide.example", Today.AddDays(-3)); }
        web.House.Clock.Advance(TimeSpan.FromHours(2));
        await Remind();
        await Move(later, Today.AddDays(4));
        await Move(soon, Today.AddDays(1));
        await Remind();
        web.House.Scalar<int>(Letters).ShouldBe(4, "two reminders, two letters of the change");
        web.House.Clock.Advance(TimeSpan.FromDays(3));
        await Remind();
        await Remind();
        web.House.Scalar<int>(Letters).ShouldBe(5, "of the one that is four days later, once");
    }

    private const string Letters = "SELECT count(*) FROM letters_letters WHERE Kind = 'PlaceLetter'";

    /// <summary>By the page, two hours later in the day.</summary>
    private async Task Move(Guid it, DateOnly day)
    {
        using var organiser = web.Open("et", "events.read,events.write");
        var path = $"/events/{it}/change";
        using var moved = await organiser.Post(await organiser.Page(path), path, "event", EventsHouse.Typed(EventsHouse.Cafe(day, 19), ("Capacity", "5")));
        moved.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    private Task Build(int days)
    {
        web = WebHouse.Of(TestHouse.With(new Dictionary<string, string?> { ["events:RemindDays"] = $"{days}" }, new EventsModule()));
        return web.InitializeAsync();
    }

    private Task Remind() => web.InScope(async s =>
    {
        s.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
        await s.GetRequiredService<RemindGuests>().Run(default);
    });

    private Task Write(Func<IServiceProvider, Task> change) => web.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s)));

    private async Task<Guid> Publish(DateOnly day, int seats, int hour = 17)
    {
        var it = Event.Draft(EventsHouse.Cafe(day, hour, seats));
        it.Publish();
        await Write(s => { s.GetRequiredService<EventsDb>().Add(it); return Task.CompletedTask; });
        return it.Id;
    }

    /// <summary>By the page's way, or as if it had been days ago.</summary>
    private Task Register(Guid it, string language, string? email, DateOnly? on = null)
    {
        var asked = new NewRegistration(Guid.NewGuid(), [new("Inimene", Age.Adult)], language) { Email = email, Phone = "5550001" };
        if (on is null)
        {
            return web.InScope(async s =>
            {
                s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
                await s.GetRequiredService<Registering>().Register(it, asked);
            });
        }
        return Write(async s =>
        {
            var db = s.GetRequiredService<EventsDb>();
            var registration = Registration.Of(it, 1 + await db.Registrations.CountAsync(r => r.EventId == it), asked, Loim.Modules.Days.Instant(on.Value, new(12, 0)), s.GetRequiredService<BlindIndex>());
            registration.Seat();
            db.Add(registration);
        });
    }

    /// <summary>Languages of the letters, by their mark in the registrations and their number in the outbox.</summary>
    private async Task<IReadOnlyList<string>> Reminders()
    {
        var reminded = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Registrations.Where(r => r.RemindedAt != null).Select(r => r.Language).ToListAsync());
        var confirmed = await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Registrations.CountAsync(r => r.Email != null && r.RegisteredAt >= Start));
        web.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE Kind = 'PlaceLetter'").ShouldBe(confirmed + reminded.Count);
        return [.. reminded.Order()];
    }

    private static DateTime Start => new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc);
}
