using Loim.Access;
using Loim.Data;
using Loim.Letters.Links;
using Loim.Letters.Outbox;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Referrals;

/// <summary>Writes referrals, sends them when somebody has agreed, takes the institution's answer, and stops them.</summary>
[Scoped]
internal sealed class ReferralBook(CasesDb db, House<CasesDb> house, IConsents consents, IPersonalLinks links, IPostBox post, Work work, CurrentViewer current, TimeProvider time)
{
    public const string Purpose = "cases.answer-referral";
    private static readonly TimeSpan Life = TimeSpan.FromDays(60);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<bool> Consents(Referral referral) => consents.Stands(referral.PersonId, ConsentPurpose.Sharing);

    /// <summary>It leaves at once where the person has agreed to sharing, and waits otherwise.</summary>
    /// <returns>Null when the case is closed.</returns>
    public Task<Referral?> Write(Guid id, ReferralAnswers said) => work.Do(async () =>
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == id) is not { IsOpen: true } it) { return null; }
        var referral = it.Refer(said, current.Viewer, Now);
        db.Add(referral);
        if (await Consents(referral)) { await Post(referral); }
        return referral;
    });

    /// <returns>False when nobody has agreed, or it has left already.</returns>
    public Task<bool> Send(Guid id) => InState(id, ReferralState.AwaitsConsent, async referral =>
    {
        if (referral.OverriddenBy is null && !await Consents(referral)) { return false; }
        await Post(referral);
        return true;
    });

    public Task<bool> Override(Guid id, string reason) => InState(id, ReferralState.AwaitsConsent, async referral =>
    {
        if (!current.Viewer.Can("cases.override-consent")) { return false; }
        referral.Override(reason, current.Viewer);
        await Post(referral);
        return true;
    });

    public Task<bool> Revoke(Guid id) => work.Do(async () =>
    {
        if (await db.Referrals.FirstOrDefaultAsync(r => r.Id == id) is not { CanBeRevoked: true } referral) { return false; }
        referral.Revoke(Now);
        await links.Revoke(Purpose, id);
        return true;
    });

    /// <returns>False when it is too late for this answer.</returns>
    public Task<bool> Answer(OpenLink link, ReferralState answer, string? words) => work.Do(async () =>
    {
        if (!Take(await house.Db.Referrals.SingleAsync(r => r.Id == link.Subject), answer, words)) { return false; }
        await links.Use(link);
        return true;
    });

    /// <summary>An answer that came by telephone or letter; the link goes on for what the institution says later.</summary>
    /// <returns>False when it is too late for this answer, or the referral is not to be seen.</returns>
    public Task<bool> Record(Guid id, ReferralState answer, string? words) => work.Do(async () =>
        await db.Referrals.FirstOrDefaultAsync(r => r.Id == id) is { } referral && Take(referral, answer, words));

    /// <summary>Sends the letter with the institution's link; what the referral says is read behind the link alone.</summary>
    public async Task Post(Referral referral)
    {
        referral.Send(await Consents(referral), Now);
        var link = await links.Make(new NewLink(Purpose, referral.Id, "/cases/referrals/answer/{0}", Life) { Person = referral.PersonId });
        await post.Post<ReferralLetter>(new Recipient(referral.Email, referral.Language), new Dictionary<string, object?>
        {
            [nameof(ReferralLetter.Link)] = link,
            [nameof(ReferralLetter.By)] = referral.ReferredByName,
            [nameof(ReferralLetter.Until)] = Days.DayOf(Now + Life),
        });
        work.Record(new ReferralSent(referral.Id));
    }

    private bool Take(Referral referral, ReferralState answer, string? words)
    {
        if (!referral.Say(answer, words, Now)) { return false; }
        if (answer != ReferralState.Done) { work.Record(new ReferralAnswered(referral.Id)); }
        return true;
    }

    private Task<bool> InState(Guid id, ReferralState state, Func<Referral, Task<bool>> act) => work.Do(async () =>
        await db.Referrals.FirstOrDefaultAsync(r => r.Id == id) is { } referral && referral.State == state && await act(referral));
}
