using Loim.Network.Meetings;
using Loim.Network.Meetings.Deciding;
using Loim.Network.Organisations;

namespace Loim.Core.Tests.Network;

public sealed class MeetingTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);

    [Fact]
    public void It_is_held_on_its_day_or_after_it()
    {
        Should.Throw<InvalidOperationException>(() => Meeting(Today.AddDays(1)).Hold([], 1, null, Today));
        var cancelled = Meeting(Today);
        cancelled.Cancel();
        Should.Throw<InvalidOperationException>(() => cancelled.Hold([], 1, null, Today));
        cancelled.Resume();
        Should.Throw<InvalidOperationException>(() => cancelled.Hold([], 0, "Arutati.", Today)).Message.ShouldContain("those who are there");
        cancelled.State.ShouldBe(MeetingState.Planned);
        cancelled.Hold([], 1, null, Today);
        cancelled.Cancel();
        cancelled.State.ShouldBe(MeetingState.Held, "what was held is not called off");
    }

    [Fact]
    public void A_meeting_held_by_mistake_is_planned_again_unless_something_was_decided()
    {
        var meeting = Meeting(Today);
        (meeting.IsOverdue(Today), meeting.IsOverdue(Today.AddDays(1))).ShouldBe((false, true));
        Should.Throw<InvalidOperationException>(() => meeting.TakeBack(decided: false));
        meeting.Hold([Guid.NewGuid()], 2, "Arutati.", Today);
        Should.Throw<InvalidOperationException>(() => meeting.TakeBack(decided: true));
        meeting.TakeBack(decided: false);
        (meeting.State, meeting.Guests, meeting.Attendances.Count, meeting.Minutes).ShouldBe((MeetingState.Planned, 0, 0, "Arutati."));
    }

    [Fact]
    public void A_record_can_be_corrected_and_keeps_who_stays()
    {
        var (one, two, meeting) = (Guid.NewGuid(), Guid.NewGuid(), Meeting(Today));
        meeting.Hold([one], 0, null, Today);
        var kept = meeting.Attendances.Single().Id;
        meeting.Hold([one, two, two], 3, "Arutati.", Today);
        meeting.Attendances.Select(a => a.OrganisationId).ShouldBe([one, two]);
        meeting.Attendances[0].Id.ShouldBe(kept);
    }

    [Fact]
    public void The_agenda_is_what_was_written_in_its_order()
    {
        var meeting = Meeting(Today);
        meeting.Prepare(["Kitsaskohad", " ", "Plaanid", "Kitsaskohad"]);
        meeting.Prepare(["Plaanid ", "Kitsaskohad"]);
        meeting.Agenda.OrderBy(i => i.Position).Select(i => i.Title).ShouldBe(["Plaanid", "Kitsaskohad"]);
    }

    [Fact]
    public void A_task_ends_once_and_can_be_opened_again()
    {
        var task = Decision.Of(Meeting(Today.AddDays(-7)), "Teha leht", "Linn", Today.AddDays(-1));
        task.IsOverdue(Today).ShouldBeTrue();
        task.Do("leht ilmus", Today);
        task.Drop("hiljem", Today);
        (task.State, task.Outcome, task.IsOverdue(Today)).ShouldBe((DecisionState.Done, "leht ilmus", false));
        task.Reopen();
        task.State.ShouldBe(DecisionState.Open);
    }

    [Fact]
    public void A_decision_is_worded_anew_while_it_is_open()
    {
        var decision = Decision.Of(Meeting(Today), "Teha leht", "Linn", null);
        decision.Change("Teha infoleht", "Töötukassa", Today, Today);
        decision.Do(null, Today);
        decision.Change("Muu", "Muu", null, Today);
        (decision.Task, decision.Doer, decision.DueOn).ShouldBe(("Teha infoleht", "Töötukassa", Today));
    }

    [Fact]
    public void A_decision_is_not_due_before_its_meeting()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Decision.Of(Meeting(Today), "Teha leht", "Linn", Today.AddDays(-1)));
        var decision = Decision.Of(Meeting(Today), "Teha leht", "Linn", Today);
        Should.Throw<ArgumentOutOfRangeException>(() => decision.Change("Teha leht", "Linn", Today.AddDays(-1), Today));
        decision.DueOn.ShouldBe(Today);
    }

    [Fact]
    public void An_organisation_keeps_the_names_it_had_and_asks_for_a_check_after_a_year()
    {
        var organisation = new Organisation { Name = "Uussisserändajate keskus", Sector = Sector.Municipality };
        organisation.CheckedOn.ShouldBeNull("nobody has checked it");
        organisation.Check(Today.AddDays(-365));
        organisation.CheckedOn!.Value.ShouldBeGreaterThanOrEqualTo(Organisation.StaleBefore(Today));
        organisation.Check(Today.AddDays(-366));
        organisation.CheckedOn.Value.ShouldBeLessThan(Organisation.StaleBefore(Today));
        organisation.Rename("Rändekeskus", new(2024, 11, 1));
        organisation.Rename("Rändekeskus", Today);
        organisation.FormerNames.Select(n => (n.Name, n.Until)).ShouldBe([("Uussisserändajate keskus", new(2024, 11, 1))]);
    }

    private static Meeting Meeting(DateOnly day) => new() { NetworkId = Guid.NewGuid(), Day = day };
}
