using Tartu.ParticipationCouncil.Councils;
using Tartu.ParticipationCouncil.Proposals;
using Tartu.ParticipationCouncil.Wordings;

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
        proposal.Progress(Today, "Algus", "et", false).ShouldBeNull();
        Should.Throw<ArgumentException>(() => proposal.Answer(Decision.Accepted, " ", "et", Today));
        proposal.Answer(Decision.Declined, "Ei ole linna otsustada.", "et", Today).ShouldBeTrue();
        proposal.Answer(Decision.Declined, "Selle otsustab riik.", "et", Today.AddDays(2)).ShouldBeFalse();
        (proposal.AnsweredOn, proposal.Reasons).ShouldBe((Today, "Selle otsustab riik."));
        proposal.Progress(Today, "Algus", "et", false).ShouldBeNull();
    }

    [Fact]
    public void What_is_not_translated_is_read_as_it_was_written_and_says_so()
    {
        var proposal = Proposal();
        proposal.Translate(new Dictionary<string, string?> { ["Title-et"] = "Pealkiri eesti keeles", ["Title-en"] = null, ["Reasons-uk"] = "Підстава" });
        proposal.Answer(Decision.Accepted, "Põhjendus", "et", Today);
        proposal.TitleIn("et").ShouldBe(new Told("Pealkiri eesti keeles", null));
        proposal.TitleIn("uk").ShouldBe(new Told("Pealkiri", null), "who reads the language it was written in reads the member's own words");
        proposal.TitleIn("en").ShouldBe(new Told("Pealkiri", "uk"));
        proposal.ReasonsIn("uk").ShouldBe(new Told("Підстава", null));
        proposal.ReasonsIn("ru").ShouldBe(new Told("Põhjendus", "et"), "the city answers in its own language");
        proposal.Translate(new Dictionary<string, string?> { ["Reasons-uk"] = null });
        (proposal.ReasonsIn("uk"), proposal.TitleIn("et").Lang).ShouldBe((new Told("Põhjendus", "et"), null));
    }

    private static Council Council() => new() { Language = "et", Name = "Kogu", Purpose = "Küsimus?", Seats = 2, From = Today, Until = Today.AddDays(90) };

    private static Proposal Proposal() => new()
    {
        Language = "uk", CouncilId = Guid.CreateVersion7(), MemberId = Guid.CreateVersion7(), Number = 1, Title = "Pealkiri", Text = "Tekst", MadeOn = Today, AnswerDueOn = Today.AddDays(30),
    };
}
