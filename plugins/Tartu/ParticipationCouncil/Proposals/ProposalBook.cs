using Tartu.ParticipationCouncil.Members;

namespace Tartu.ParticipationCouncil.Proposals;

/// <summary>Proposals of members, who have no account, and the city's answers to them.</summary>
[Scoped]
internal sealed class ProposalBook(House<ParticipationCouncilDb> house, MemberBook members, Work work, ParticipationCouncilSettings settings, TimeProvider time)
{
    /// <param name="id">Of the form that was filled: pressing its button twice proposes once.</param>
    /// <param name="language">In which it is written.</param>
    /// <returns>False when the council takes no proposals now, or the member has no seat today.</returns>
    public Task<bool> Propose(Guid id, Guid memberId, string language, string title, string text) => work.Do(async () =>
    {
        var (db, today) = (house.Db, time.Today());
        if (await db.Proposals.AnyAsync(p => p.Id == id)) { return true; }
        var member = await db.Members.SingleAsync(m => m.Id == memberId);
        var council = await db.Councils.SingleAsync(c => c.Id == member.CouncilId);
        if (!council.TakesProposals || !member.Term.Has(today)) { return false; }
        db.Add(new Proposal
        {
            Id = id, CouncilId = council.Id, MemberId = memberId, Language = language, Title = title, Text = text, MadeOn = today, AnswerDueOn = today.AddDays(settings.AnswerDays),
            Number = 1 + (await db.Proposals.Where(p => p.CouncilId == council.Id).MaxAsync(p => (int?)p.Number) ?? 0),
        });
        return true;
    });

    /// <returns>False when it was answered meanwhile, or is another's.</returns>
    public Task<bool> TakeBack(Guid id, Guid memberId) => work.Do(async () =>
    {
        if (await house.Db.Proposals.FirstOrDefaultAsync(p => p.Id == id) is not { } proposal || !proposal.MayBeTakenBack(memberId)) { return false; }
        house.Db.Remove(proposal);
        return true;
    });

    /// <summary>Answers, and writes to the member at the first time.</summary>
    /// <param name="language">Of the reasons.</param>
    /// <param name="words">Their translations.</param>
    public Task Answer(Guid id, Decision decision, string reasons, string language, IReadOnlyDictionary<string, string?> words) => work.Do(async () =>
    {
        var proposal = await house.Db.Proposals.SingleAsync(p => p.Id == id);
        proposal.Translate(words);
        if (!proposal.Answer(decision, reasons, language, time.Today())) { return; }
        var member = await house.Db.Members.SingleAsync(m => m.Id == proposal.MemberId);
        var told = proposal.ReasonsIn(member.Language)!.Value;
        await members.Write<AnswerLetter>(member, new Dictionary<string, object?>
        {
            [nameof(AnswerLetter.Proposal)] = proposal.TitleIn(member.Language).Text,
            [nameof(AnswerLetter.Decision)] = decision.ToString(),
            [nameof(AnswerLetter.Reasons)] = told.Text,
            [nameof(AnswerLetter.ReasonsLang)] = told.Lang,
        });
    });
}
