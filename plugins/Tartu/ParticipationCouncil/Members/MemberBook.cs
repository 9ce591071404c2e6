using Loim.Letters.Links;
using Loim.Letters.Outbox;

namespace Tartu.ParticipationCouncil.Members;

internal enum MemberRule { OutsideTerm, NoSeat, SameAddress }

/// <summary>What became of a correction: made, made with a new link to another address, or refused.</summary>
internal enum Correction { Made, Invited, SameAddress }

/// <summary>Gives seats and personal links. What is free is counted by the house inside the unit of work, so that no seat is given twice.</summary>
[Scoped]
internal sealed class MemberBook(House<ParticipationCouncilDb> house, Work work, IPostBox post, IPersonalLinks links, Reading reading, ParticipationCouncilSettings settings, TimeProvider time)
{
    public const string Purpose = "participation-council.member";

    /// <returns>The rule that refuses the member, or null: they have a seat, and a letter with their link is on its way.</returns>
    public Task<MemberRule?> Add(Member member) => work.Do(async () =>
    {
        var council = await house.Db.Councils.SingleAsync(c => c.Id == member.CouncilId);
        var email = member.Email;
        var others = house.Db.Members.Where(m => m.CouncilId == member.CouncilId);
        var taken = await others.Select(m => new { m.From, m.Until }).ToListAsync();
        if (!council.Covers(member.Term)) { return MemberRule.OutsideTerm; }
        if (await others.AnyAsync(m => m.Email == email)) { return MemberRule.SameAddress; }
        if (!council.HasSeat(member.Term, [.. taken.Select(t => new Councils.Term(t.From, t.Until))])) { return MemberRule.NoSeat; }
        house.Db.Add(member);
        await Invite(member, council);
        return (MemberRule?)null;
    });

    /// <summary>Whoever has another address gets a new link there: the one that went to the wrong address opens nothing any more.</summary>
    public Task<Correction> Correct(Guid id, string name, string email, string language) => work.Do(async () =>
    {
        var member = await house.Db.Members.SingleAsync(m => m.Id == id);
        var (before, now) = (member.Email, new Sealed<string>(email));
        if (await house.Db.Members.AnyAsync(m => m.CouncilId == member.CouncilId && m.Id != id && m.Email == now)) { return Correction.SameAddress; }
        member.Correct(new(name), now, language);
        if (before == now || member.ForgottenAt is not null) { return Correction.Made; }
        await links.Revoke(Purpose, id);
        if (member.Until < time.Today()) { return Correction.Made; }
        await Invite(member, await house.Db.Councils.SingleAsync(c => c.Id == member.CouncilId));
        return Correction.Invited;
    });

    /// <summary>A new link, by letter; those before it open nothing any more.</summary>
    public Task InviteAgain(Guid id) => work.Do(async () =>
    {
        var member = await house.Db.Members.SingleAsync(m => m.Id == id);
        if (member.ForgottenAt is not null) { return; }
        await links.Revoke(Purpose, id);
        await Invite(member, await house.Db.Councils.SingleAsync(c => c.Id == member.CouncilId));
    });

    public Task Leave(Guid id) => work.Do(async () => (await house.Db.Members.SingleAsync(m => m.Id == id)).Leave(time.Today()));

    /// <summary>Whoever was said to leave today stays for as long as the council lasts.</summary>
    /// <returns>False when the seat is taken already, or the day of leaving is over.</returns>
    public Task<bool> Stay(Guid id) => work.Do(async () =>
    {
        var member = await house.Db.Members.SingleAsync(m => m.Id == id);
        var council = await house.Db.Councils.SingleAsync(c => c.Id == member.CouncilId);
        var others = await house.Db.Members.Where(m => m.CouncilId == member.CouncilId && m.Id != id).Select(m => new { m.From, m.Until }).ToListAsync();
        if (member.Until != time.Today() || !council.HasSeat(new(member.From, council.Until), [.. others.Select(t => new Councils.Term(t.From, t.Until))])) { return false; }
        member.Stay(council.Until);
        return true;
    });

    /// <summary>Writes to the member in their language. Joins the caller's unit of work.</summary>
    public async Task Write<TLetter>(Member member, IReadOnlyDictionary<string, object?> about) where TLetter : Microsoft.AspNetCore.Components.IComponent
    {
        if (member.ForgottenAt is not null) { return; }
        var (now, end) = (time.GetUtcNow().UtcDateTime, Days.Instant(member.Until.AddDays(settings.KeepNamesDays), new(12, 0)));
        var link = await links.Make(new(Purpose, member.Id, "/participation-council/member/{0}", end > now ? end - now : TimeSpan.FromDays(1)));
        await post.Post<TLetter>(new(reading.Open(member.Id, member.Email), member.Language), new Dictionary<string, object?>(about) { ["Link"] = link });
    }

    private Task Invite(Member member, Councils.Council council) => Write<InvitationLetter>(member, new Dictionary<string, object?>
    {
        [nameof(InvitationLetter.Council)] = council.NameIn(member.Language).Text,
        [nameof(InvitationLetter.From)] = member.From,
        [nameof(InvitationLetter.Until)] = member.Until,
    });
}
