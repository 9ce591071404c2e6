using Loim.People;
using Tartu.ServiceCentre;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Loim.Plugins.Tests.Tartu.ServiceCentre;

public sealed class RegistryServiceTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);
    private readonly RegistryService service = RegistryService.Open(
        Visit.Of(new() { Services = ["Residence"], Language = SpokenLanguage.English, Person = Guid.CreateVersion7() }, new(Guid.Empty, "", null), new(2025, 9, 15, 21, 30, 0, DateTimeKind.Utc), null),
        RegistryKind.Residence, null);

    [Fact]
    public void It_is_ready_when_all_papers_are_there_and_not_before()
    {
        foreach (var paper in service.Checklist)
        {
            service.State.ShouldBe(RegistryState.Gathering);
            service.Settle(RegistryOutcome.Entered, Today).ShouldBeFalse();
            service.Tick(paper, true);
        }
        service.State.ShouldBe(RegistryState.Ready);
        service.Tick(service.Checklist[0], false);
        service.State.ShouldBe(RegistryState.Gathering);
    }

    [Fact]
    public void A_settled_one_stays_as_it_is_until_it_is_opened_again()
    {
        foreach (var paper in service.Checklist) { service.Tick(paper, true); }
        service.Settle(RegistryOutcome.Refused, Today).ShouldBeTrue();
        service.Settle(RegistryOutcome.Entered, Today).ShouldBeFalse();
        service.Tick(service.Checklist[0], false);
        service.Appoint(Today);
        (service.Outcome, service.Papers.Count, service.AppointmentOn).ShouldBe((RegistryOutcome.Refused, 3, null));
        service.Reopen();
        service.State.ShouldBe(RegistryState.Ready);
    }

    [Fact]
    public void A_paper_that_nobody_asks_for_is_not_ticked()
    {
        service.Tick("passport-copy", true);
        service.Papers.ShouldBeEmpty();
    }

    [Fact]
    public void The_day_and_the_hour_are_those_of_Estonia() => service.OpenedOn.ShouldBe(new DateOnly(2025, 9, 16));

    [Theory]
    [InlineData("Residence")]
    [InlineData("PersonalCode")]
    public void An_application_is_made_in_somebodys_name(string service) => Should.Throw<ArgumentException>(() =>
        Visit.Of(new() { Services = ["advice", service], Language = SpokenLanguage.English }, new(Guid.Empty, "", null), new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc), null));

    [Fact]
    public void A_visit_in_which_nothing_was_done_is_none() => Should.Throw<ArgumentException>(() =>
        Visit.Of(new() { Services = [], Language = SpokenLanguage.English }, new(Guid.Empty, "", null), new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc), null));
}
