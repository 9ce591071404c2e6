using Loim.Letters.Links;
using Loim.Letters.Outbox;

namespace Saaremaa.Volunteers.Hours;

/// <summary>Sends a volunteer the link by which they log hours; an earlier one ends.</summary>
[Scoped]
internal sealed class HoursLetters(IPersonalLinks links, IPostBox post, Reading reading, VolunteersSettings settings)
{
    public const string Purpose = "volunteers.hours";

    /// <summary>Joins the caller's unit of work.</summary>
    public async Task Send(Volunteer to)
    {
        await links.Revoke(Purpose, to.Id);
        var link = await links.Make(new(Purpose, to.Id, "/volunteers/hours/{0}", TimeSpan.FromDays(settings.LinkDays)) { Person = to.Id });
        await post.Post<HoursLetter>(new(reading.Open(to.Id, to.Email), to.Language, to.Id), new Dictionary<string, object?> { [nameof(HoursLetter.Link)] = link });
    }
}
