using System.Net;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.People;
using Loim.People.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

public sealed class EligibilityTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    [Theory]
    [InlineData("2025-09-15", EligibilityReason.TooYoung)]
    [InlineData("2025-09-16", EligibilityReason.Eligible)]
    public async Task The_age_is_that_of_the_day_of_the_service(string day, EligibilityReason reason)
    {
        var verdict = await Ask(await Somebody(new(2007, 9, 16)), DateOnly.Parse(day, null));
        verdict.Reason.ShouldBe(reason);
        if (reason == EligibilityReason.TooYoung) { verdict.From.ShouldBe(new DateOnly(2025, 9, 16)); }
    }

    [Fact]
    public async Task A_rule_may_be_younger_or_for_some_groups_only()
    {
        var youth = await Somebody(new(2009, 1, 1));
        (await Ask(youth, new(2025, 9, 15), new(FromAge: 16))).IsEligible.ShouldBeTrue();
        (await Ask(youth, new(2025, 9, 15), new(16, [TargetGroup.Returnee]))).Reason.ShouldBe(EligibilityReason.OtherGroup);
        (await Ask(Guid.NewGuid(), new(2025, 9, 15))).Reason.ShouldBe(EligibilityReason.Nobody);
    }

    [Fact]
    public async Task A_personal_code_tells_the_age_where_no_birth_date_is_kept()
    {
        PersonalCode.TryParse("59501010017", out var code).ShouldBeTrue();
        var person = Crowd.Person("Liivike", "Udukünnis");
        person.Identify(null, code, desk.House.Services.GetRequiredService<BlindIndex>());
        await desk.House.Add(person);
        (await Ask(person.Id, new(2112, 12, 31))).Reason.ShouldBe(EligibilityReason.TooYoung);
        (await Ask(person.Id, new(2113, 1, 1))).Reason.ShouldBe(EligibilityReason.Eligible);
        (await Ask(await Somebody(null), new(2025, 9, 15))).Reason.ShouldBe(EligibilityReason.AgeUnknown);
    }

    [Fact]
    public async Task An_enquiry_about_somebody_too_young_is_noted_with_the_reason_and_saved_all_the_same()
    {
        var person = await Somebody(new(2010, 1, 1));
        using var browser = desk.Open("en", "people.read,cases.read,cases.write");
        var path = $"/cases/enquiries/new?person={person}";
        var page = await browser.Page(path);
        page.QuerySelector(".notice.warn")!.TextContent.ShouldContain("under 18");
        page.QuerySelector(".notice.warn a").ShouldBeNull("who may not make an exception is not led there");
        using var saved = await browser.Post(page, path, "enquiry",
            ("Services", "advice"), ("Channel", "Desk"), ("Language", "Ukrainian"), ("Minutes", "10"), ("Outcome", "Solved"), ("Day", "15.09.2025"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_exception_needs_its_own_right_and_a_reason_stands_on_its_days_and_can_be_ended()
    {
        var person = await Somebody(new(2010, 1, 1));
        var path = $"/people/{person}/eligibility";
        using var reader = desk.Open("en", "people.read,people.write");
        (await reader.Get(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var browser = desk.Open("en", "people.read,people.override");
        using var silent = await browser.Post(await browser.Page(path), path, "exception", ("From", "15.09.2025"));
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var saved = await browser.Post(await browser.Page(path), path, "exception", ("Reason", "Lives alone"), ("From", "15.09.2025"), ("Until", "20.09.2025"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Ask(person, new(2025, 9, 20))).Reason.ShouldBe(EligibilityReason.Exception);
        (await Ask(person, new(2025, 9, 21))).Reason.ShouldBe(EligibilityReason.TooYoung);
        desk.House.Scalar<int>("SELECT count(*) FROM people_eligibility_exceptions WHERE Reason LIKE '%alone%'").ShouldBe(0);
        var page = await browser.Page(path);
        using var ended = await browser.Post(page, path, "ending", ("end", page.QuerySelector("button[name=end]")!.GetAttribute("value")!));
        (await Ask(person, new(2025, 9, 20))).Reason.ShouldBe(EligibilityReason.TooYoung);
    }

    private Task<EligibilityVerdict> Ask(Guid person, DateOnly on, EligibilityRule? rule = null) =>
        desk.House.As(Viewer.House, s => s.GetRequiredService<IEligibility>().Of(person, on, rule));

    private async Task<Guid> Somebody(DateOnly? born)
    {
        var person = Crowd.Person("Orysia", "Zahublena");
        person.Identify(born, null, desk.House.Services.GetRequiredService<BlindIndex>());
        await desk.House.Add(person);
        return person.Id;
    }
}
