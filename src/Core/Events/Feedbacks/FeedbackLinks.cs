using Loim.Data;
using Loim.Events.Registrations;
using Loim.Letters.Links;
using Loim.Letters.Outbox;
using Loim.Modules;

namespace Loim.Events.Feedbacks;

/// <summary>Links by which feedback is given. They lead to the event, not to a person.</summary>
[Scoped]
internal sealed class FeedbackLinks(IPersonalLinks links, IPostBox post, Reading reading, TimeProvider time)
{
    public const string Purpose = "events.feedback";
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <param name="once">Good for one answer; else for all who were there.</param>
    public Task<string> Make(Guid it, bool once) => links.Make(new(Purpose, it, "/events/feedback/{0}", Life) { Once = once });

    /// <summary>Asks those who came and were not asked yet. Joins the caller's unit of work.</summary>
    public async Task Ask(Event held, IEnumerable<Registration> came)
    {
        foreach (var registration in came)
        {
            if (registration.AskedAt is not null || registration.Email is not { } email) { continue; }
            registration.Ask(time.GetUtcNow().UtcDateTime);
            await post.Post<FeedbackAsked>(new(reading.Open(registration.PersonId ?? Guid.Empty, email), registration.Language, registration.PersonId), new Dictionary<string, object?>
            {
                [nameof(FeedbackAsked.Event)] = held.TitleIn(registration.Language),
                [nameof(FeedbackAsked.Link)] = await Make(held.Id, once: true),
            });
        }
    }
}
