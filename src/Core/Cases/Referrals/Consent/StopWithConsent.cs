using Loim.Data;
using Loim.Letters.Links;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Referrals.Consent;

/// <summary>Who withdraws the consent to sharing takes back the referrals that rest on it: their links end.</summary>
internal sealed class StopWithConsent(House<CasesDb> house, IPersonalLinks links, Work work, TimeProvider time) : IHandle<ConsentWithdrawn>
{
    public Task Handle(ConsentWithdrawn fact, CancellationToken ct) => fact.Purpose != ConsentPurpose.Sharing ? Task.CompletedTask : work.Do(async () =>
    {
        var resting = await house.Db.Referrals.Where(r => r.PersonId == fact.Person && r.OverriddenBy == null
            && (r.State == ReferralState.Sent || r.State == ReferralState.Accepted)).ToListAsync(ct);
        foreach (var referral in resting)
        {
            referral.Revoke(time.GetUtcNow().UtcDateTime);
            await links.Revoke(ReferralBook.Purpose, referral.Id);
        }
    });
}
