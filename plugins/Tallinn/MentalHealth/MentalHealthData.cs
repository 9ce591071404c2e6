using System.Globalization;
using System.Runtime.CompilerServices;
using Tallinn.MentalHealth.Referrals;

namespace Tallinn.MentalHealth;

internal sealed class MentalHealthData(House<MentalHealthDb> house, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.referral", TimeSpan.FromDays(5 * 365), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Referrals.Where(r => r.PersonId != null && r.At < before && !house.Db.Sessions.Any(s => s.ReferralId == r.Id && s.Day >= day)), r => r.Forget());
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var referral in await house.Db.Referrals.AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.At).ToListAsync(ct))
        {
            var need = reading.Open(person, referral.Need, new SecretPlace("mental_health_referrals", nameof(Referral.Need), referral.Id));
            var reach = referral.Reach is { } sealedReach ? reading.Open(person, sealedReach, Referral.ReachPlace(referral.Id)) : null;
            yield return new("data.referral", Days.DayOf(referral.At), new Dictionary<string, string?> { ["need"] = need, ["reach"] = reach });
            foreach (var session in await house.Db.Sessions.AsNoTracking().Where(s => s.ReferralId == referral.Id).OrderBy(s => s.Day).ToListAsync(ct))
            {
                yield return new("data.session", session.Day, new Dictionary<string, string?> { ["minutes"] = session.Minutes.ToString(CultureInfo.InvariantCulture) });
            }
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var referrals = await house.Db.Referrals.Where(r => r.PersonId == person).ToListAsync(ct);
        referrals.ForEach(r => r.Forget());
        return referrals.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) => await house.Db.Referrals
        .Where(r => r.PersonId != null && (r.State != ReferralState.Closed || house.Db.Sessions.Any(s => s.ReferralId == r.Id && s.Day >= day)))
        .Select(r => r.PersonId!.Value).Distinct().ToListAsync(ct);
}
