using Tartu.ParticipationCouncil.Councils;
using Tartu.ParticipationCouncil.Proposals;

namespace Loim.Plugins.Tests.Tartu.ParticipationCouncil;

public sealed class CouncilRuleTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);

    [Fact]
    public void A_council_does_not_end_before_every_proposal_is_answered()
    {
        var council = Council();
        while (council.Phase < Phase.Answering) { council.Advance(3).ShouldBeTrue(); }
        council.Advance(1).ShouldBeFalse();
        council.Advance(0).ShouldBeTrue();
        council.Advance(0).ShouldBeFalse();
        council.StepBack();
        council.Phase.ShouldBe(Phase.Answering);
    }

    [Fact]
    public void An_answer_has_reasons_and_its_first_day_and_a_declined_proposal_does_not_progress()
    {
        var proposal = Proposal();
        proposal.IsLate(proposal.AnswerDueOn).ShouldBeFalse();
        proposal.IsLate(proposal.AnswerDueOn.AddDays(1)).ShouldBeTrue();
        proposal.Progress(Today, "Algus", false).ShouldBeNull();
        Should.Throw<ArgumentException>(() => proposal.Answer(Decision.Accepted, " ", Today));
        proposal.Answer(Decision.Declined, "Ei ole linna otsustada.", Today).ShouldBeTrue();
        proposal.Answer(Decision.Declined, "Selle otsustab riik.", Today.AddDays(2)).ShouldBeFalse();
        (proposal.AnsweredOn, proposal.Reasons).ShouldBe((Today, "Selle otsustab riik."));
        proposal.Progress(Today, "Algus", false).ShouldBeNull();
    }

    private static Council Council() => new() { Name = "Kogu", Purpose = "Küsimus?", Seats = 2, From = Today, Until = Today.AddDays(90) };

    private static Proposal Proposal() => new()
    {
        CouncilId = Guid.CreateVersion7(), MemberId = Guid.CreateVersion7(), Number = 1, Title = "Pealkiri", Text = "Tekst", MadeOn = Today, AnswerDueOn = Today.AddDays(30),
    };
}
