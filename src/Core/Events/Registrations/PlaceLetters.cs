using Loim.Data;
using Loim.Events.Planning;
using Loim.Letters.Links;
using Loim.Letters.Outbox;
using Loim.Modules;

namespace Loim.Events.Registrations;

/// <summary>What a letter tells; its texts are <c>letter.{news}</c> and <c>letter.{news}.text</c>.</summary>
internal enum PlaceNews { Seated, Waiting, Promoted, Reminder, Changed, CalledOff, Resumed }

/// <summary>Writes to those who registered, each in their language, with the link to their place.</summary>
[Scoped]
internal sealed class PlaceLetters(IPostBox post, IPersonalLinks links, Reading reading, EventsSettings settings, TimeProvider time)
{
    public const string Purpose = "events.place";

    /// <returns>The address of their place, also where there is no e-mail address to write to: then they are to be rung.</returns>
    public async Task<string> Tell(PlaceNews news, Event it, Registration registration)
    {
        var link = await Link(it, registration);
        if (registration.Email is not { } email)
        {
            if (news is PlaceNews.Promoted or PlaceNews.Changed or PlaceNews.CalledOff or PlaceNews.Resumed) { registration.Call(news); }
            return link;
        }
        await post.Post<PlaceLetter>(new(reading.Open(registration.PersonId ?? Guid.Empty, email), registration.Language, registration.PersonId), new Dictionary<string, object?>
        {
            [nameof(PlaceLetter.News)] = news.ToString(),
            [nameof(PlaceLetter.Event)] = it.TitleIn(registration.Language),
            [nameof(PlaceLetter.Day)] = it.Day,
            [nameof(PlaceLetter.Start)] = it.Start,
            [nameof(PlaceLetter.End)] = it.End,
            [nameof(PlaceLetter.Venue)] = it.Venue,
            [nameof(PlaceLetter.Seats)] = registration.Seats,
            [nameof(PlaceLetter.Link)] = link,
        });
        return link;
    }

    public Task<string> Link(Event it, Registration registration)
    {
        var until = Days.Instant(it.Day.AddDays(settings.KeepNamesDays), it.End);
        var now = time.GetUtcNow().UtcDateTime;
        return links.Make(new(Purpose, registration.Id, "/events/place/{0}", until > now ? until - now : TimeSpan.FromDays(1)) { Person = registration.PersonId });
    }
}
