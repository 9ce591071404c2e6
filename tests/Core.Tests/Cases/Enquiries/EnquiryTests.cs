using Loim.Cases.Enquiries;

namespace Loim.Core.Tests.Cases.Enquiries;

public sealed class EnquiryTests
{
    [Fact]
    public void Several_services_of_one_visit_count_each_once() =>
        Desk.Enquiry(Desk.Said("advice", "registry", "advice")).Services.ShouldBe(["advice", "registry"]);

    [Fact]
    public void A_day_to_come_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Desk.Enquiry(Desk.Said("advice") with { Day = Desk.Today.AddDays(1) }));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(601)]
    public void Minutes_outside_a_working_day_are_refused(int minutes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Desk.Enquiry(Desk.Said("advice") with { Minutes = minutes }));

    [Fact]
    public void A_visit_without_a_service_is_refused() => Should.Throw<ArgumentException>(() => Desk.Enquiry(Desk.Said()));

    [Fact]
    public void The_institution_is_kept_only_for_a_referral()
    {
        var said = Desk.Said("advice") with { SentTo = "Töötukassa" };
        Desk.Enquiry(said).SentTo.ShouldBeNull();
        Desk.Enquiry(said with { Outcome = Outcome.Referred }).SentTo.ShouldBe("Töötukassa");
    }

    [Fact]
    public void Only_who_logged_it_may_take_it_back_and_only_that_day()
    {
        var by = Guid.CreateVersion7();
        var enquiry = Desk.Enquiry(Desk.Said("advice"), by: by);
        enquiry.IsFresh(by, Desk.Today).ShouldBeTrue();
        enquiry.IsFresh(Guid.CreateVersion7(), Desk.Today).ShouldBeFalse();
        enquiry.IsFresh(by, Desk.Today.AddDays(1)).ShouldBeFalse();
    }
}
