using Loim.Access;
using Loim.Events;
using Loim.Events.Attendance;
using Loim.Events.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Events;

/// <summary>Who is asked what they thought of an event, and when.</summary>
public sealed class AskedTests(EventsHouse web) : IClassFixture<EventsHouse>
{
    [Theory]
    [InlineData(null)]
    [InlineData("library")]
    public async Task Whom_the_list_names_after_heads_were_counted_is_asked_once_whoever_counted_them(string? takenUpBy)
    {
        var it = await web.Publish(EventsHouse.Cafe(EventsHouse.Today, 18, 3));
        foreach (var name in new[] { "Ivan", "Olha" }) { await Register(it, name); }
        await web.House.As(Viewer.House, s => takenUpBy is null
            ? s.GetRequiredService<Attending>().Record(it, [], new(3, 2))
            : s.GetRequiredService<IEvents>().TakeUp(it, takenUpBy, new(3, 2)));
        (await Asked(it)).ShouldBe(0, "heads have no names");
        var (before, guests) = (Letters, await web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Guests.Where(g => g.EventId == it).Select(g => g.Id).ToListAsync()));
        foreach (var (came, asked) in new[] { (guests[..1], 1), (guests, 2), ([], 2), (guests, 2) })
        {
            await web.House.As(Viewer.House, s => s.GetRequiredService<Attending>().Record(it, came, new(0, 0)));
            (await Asked(it)).ShouldBe(asked);
        }
        Letters.ShouldBe(before + 2);
    }

    private int Letters => web.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE \"Kind\" = 'FeedbackAsked'");

    private Task<int> Asked(Guid it) => web.House.As(Viewer.House, s => s.GetRequiredService<EventsDb>().Registrations.CountAsync(r => r.EventId == it && r.AskedAt != null));

    private Task Register(Guid it, string name) => web.InScope(async s =>
    {
        s.GetRequiredService<CurrentViewer>().Viewer = Viewer.Anyone;
        await s.GetRequiredService<Registering>().Register(it, new(Guid.NewGuid(), [new NewGuest(name, Age.Adult)], "et") { Email = $"{name}@example.ee" });
    });
}
