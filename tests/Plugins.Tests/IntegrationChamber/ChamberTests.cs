using Tallinn.IntegrationChamber.Inputs;
using Tallinn.IntegrationChamber.Joining;
using Tallinn.IntegrationChamber.Meetings;

namespace Loim.Plugins.Tests.IntegrationChamber;

public sealed class ChamberTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);
    private static readonly DateTime Now = new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_quarter_is_held_missed_due_or_to_come()
    {
        var held = Meeting(new(2025, 2, 20));
        held.Hold(9, Today);
        var cancelled = Meeting(new(2025, 8, 20));
        cancelled.Hold(9, Today);
        cancelled.Cancel();
        ChamberYear.Of(2025, [held, Meeting(new(2025, 5, 20)), cancelled], Today)
            .ShouldBe([QuarterState.Held, QuarterState.Missed, QuarterState.Due, QuarterState.ToCome]);
        ChamberYear.Of(2025, [Meeting(new(2025, 9, 20)), Meeting(new(2025, 11, 20))], Today).Skip(2).ShouldBe([QuarterState.Planned, QuarterState.Planned]);
    }

    [Fact]
    public void A_meeting_is_not_held_before_its_day() =>
        Should.Throw<InvalidOperationException>(() => Meeting(Today.AddDays(1)).Hold(5, Today));

    [Fact]
    public void An_outcome_is_said_in_words_and_keeps_its_first_day()
    {
        var input = new ChamberInput { ReceivedOn = Today, Text = "Juhend on ainult eesti keeles" };
        Should.Throw<ArgumentException>(() => input.Settle(Outcome.Changed, " ", Today));
        input.Settle(Outcome.Changed, "Nüüd neljas keeles", Today);
        input.Settle(Outcome.Changed, "Nüüd viies keeles", Today.AddDays(9));
        (input.Answer, input.AnsweredOn).ShouldBe(("Nüüd viies keeles", Today));
        input.Settle(Outcome.Open, null, Today);
        (input.Answer, input.AnsweredOn).ShouldBe((null, null));
    }

    [Fact]
    public void A_request_is_decided_once()
    {
        var request = new JoinRequest { ArrivedAt = Now, Name = "Klubi", About = "Tants", Contact = Loim.Data.Secret.Of("klubi@naide.example") };
        var member = request.Welcome(null, Now).ShouldNotBeNull();
        (member.Name, request.MemberId).ShouldBe(("Klubi", member.Id));
        request.Welcome(null, Now).ShouldBeNull();
    }

    private static ChamberMeeting Meeting(DateOnly day) => new() { Day = day, Place = "Rändekeskus", Topic = "Kool" };
}
