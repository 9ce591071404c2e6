using Loim.Network.Cooperation;

namespace Loim.Core.Tests.Network;

public sealed class CadenceTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);

    [Fact]
    public void By_quarters_with_a_pause_each_quarter_has_its_word() =>
        States(Cadence.Quarterly(3), held: [new(2025, 2, 18)], planned: [new(2025, 11, 4)])
            .ShouldBe([TurnState.Held, TurnState.Missed, TurnState.Paused, TurnState.Planned]);

    [Fact]
    public void The_quarter_that_runs_is_due_until_somebody_plans_a_meeting()
    {
        States(Cadence.Quarterly(), [], [])[2].ShouldBe(TurnState.Due);
        States(Cadence.Quarterly(), [], [new(2025, 9, 29)])[2].ShouldBe(TurnState.Planned);
        States(Cadence.Quarterly(), [], [new(2025, 9, 1)])[2].ShouldBe(TurnState.Due, "a plan whose day has passed is no meeting");
        States(Cadence.Quarterly(), [], [])[3].ShouldBe(TurnState.ToCome);
    }

    [Fact]
    public void Two_meetings_in_one_quarter_do_not_make_up_for_another() =>
        States(Cadence.Quarterly(), held: [new(2025, 1, 8), new(2025, 3, 31)], []).Take(2).ShouldBe([TurnState.Held, TurnState.Missed]);

    [Fact]
    public void So_many_times_a_year_counts_the_year_whole()
    {
        States(Cadence.Yearly(2), held: [new(2025, 4, 8)], []).ShouldBe([TurnState.Held, TurnState.Due]);
        States(Cadence.Yearly(2), held: [new(2025, 4, 8)], planned: [new(2025, 10, 7)]).ShouldBe([TurnState.Held, TurnState.Planned]);
        Cadence.Yearly(2).Of(2024, [new(2024, 4, 8)], [], Today).Select(t => t.State).ShouldBe([TurnState.Held, TurnState.Missed]);
    }

    private static List<TurnState> States(Cadence cadence, DateOnly[] held, DateOnly[] planned) => [.. cadence.Of(2025, held, planned, Today).Select(t => t.State)];
}
