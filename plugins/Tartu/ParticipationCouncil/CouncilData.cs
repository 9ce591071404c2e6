using System.Runtime.CompilerServices;

namespace Tartu.ParticipationCouncil;

/// <summary>Members have no account and are not in the register: the id that is asked for is the member's own.</summary>
internal sealed class CouncilData(House<ParticipationCouncilDb> house, Reading reading, ParticipationCouncilSettings settings, TimeProvider time) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } = [new("data.member", TimeSpan.FromDays(settings.KeepNamesDays), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Members.Where(m => m.ForgottenAt == null && m.Until < day), m => m.Forget(time.GetUtcNow().UtcDateTime));
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await house.Db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == person && m.ForgottenAt == null, ct) is not { } member) { yield break; }
        yield return new("data.member", member.From, new Dictionary<string, string?>
        {
            ["name"] = reading.Open(person, member.Name),
            ["email"] = reading.Open(person, member.Email),
            ["language"] = member.Language,
        });
        foreach (var proposal in await house.Db.Proposals.AsNoTracking().Where(p => p.MemberId == person).OrderBy(p => p.Number).ToListAsync(ct))
        {
            yield return new("proposal", proposal.MadeOn, new Dictionary<string, string?> { ["proposal.title"] = proposal.Title, ["proposal.text"] = proposal.Text });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        if (await house.Db.Members.FirstOrDefaultAsync(m => m.Id == person && m.ForgottenAt == null, ct) is not { } member) { return 0; }
        member.Forget(time.GetUtcNow().UtcDateTime);
        return 1;
    }
}
