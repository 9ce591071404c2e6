using System.Net;
using System.Text.RegularExpressions;
using Loim.Access;
using Loim.Cases.Referrals;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Letters.Links;
using Loim.Modules;
using Loim.Network;
using Loim.Network.Organisations;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Cases;

public sealed class ReferralTests(DeskHouse desk) : IClassFixture<DeskHouse>
{
    private const string Rights = "people.read,people.write,cases.casework,letters.read";
    private static readonly (string, string)[] Told =
        [("Institution", "Töötukassa"), ("Email", "office@institution.example"), ("Language", "en"), ("Need", "A course for a nurse"), ("Contact", "calls after three")];

    [Fact]
    public async Task Without_consent_nothing_leaves_and_with_it_the_institution_answers_without_an_account()
    {
        var before = Letters();
        var (person, path) = await Referred();
        using var manager = desk.Open("en", Rights);
        (await manager.Page(path)).QuerySelector(".notice.warn")!.TextContent.ShouldContain("consent");
        using var early = await manager.Post(await manager.Page(path), path, "send");
        Letters().ShouldBe(before);
        await Consent(person, stands: true);
        using var sent = await manager.Post(await manager.Page(path), path, "send");
        Letters().ShouldBe(before + 1);
        var link = await Link(path);
        (await manager.Page("/letters/outbox")).QuerySelector("tbody")!.TextContent.ShouldContain("Referral to an institution");
        using var institution = desk.Open("en", null);
        var page = await institution.Page(link);
        page.Body!.TextContent.ShouldContain("A course for a nurse");
        using var unsaid = await institution.Post(page, link, "answer", ("Answer", "Declined"));
        (await Browser.Read(unsaid)).GetElementById("answer-Words-error").ShouldNotBeNull();
        using var accepted = await institution.Post(page, link, "answer", ("Answer", "Accepted"), ("Words", "Starts on Monday"));
        (await manager.Page(path)).Body!.TextContent.ShouldContain("Starts on Monday");
        using var done = await institution.Post(await institution.Page(link), link, "answer", ("Answer", "Done"));
        (await institution.Page(link)).Body!.TextContent.ShouldNotContain("A course for a nurse", customMessage: "what has ended is closed");
    }

    [Fact]
    public async Task Where_the_consent_is_recorded_the_way_leads_back_to_the_referral_and_never_out_of_the_house()
    {
        var (person, path) = await Referred();
        using var manager = desk.Open("en", Rights);
        var ask = (await manager.Page(path)).QuerySelector(".notice.warn a")!.GetAttribute("href")!;
        var page = await manager.Page(ask);
        page.QuerySelector(".form-foot a")!.GetAttribute("href").ShouldBe(path);
        using var given = await manager.Post(page, ask, "consent", ("Language", "uk"), ("Agrees", "true"));
        PathOf(given).ShouldBe(path);
        using var sent = await manager.Post(await manager.Page(path), path, "send");
        (await manager.Page(path)).QuerySelector(".notice.warn").ShouldBeNull();
        var evil = $"/people/{person}/consents/News?returnUrl={Uri.EscapeDataString("//elsewhere.example")}";
        using var lured = await manager.Post(await manager.Page(evil), evil, "consent", ("Language", "uk"), ("Agrees", "true"));
        new Uri(new Uri("http://house"), lured.Headers.Location!).Host.ShouldNotBe("elsewhere.example");
        PathOf(lured).ShouldBe("/");
    }

    [Fact]
    public async Task An_organisation_of_the_network_brings_its_name_and_address_and_others_are_written_by_hand()
    {
        var known = new Organisation { Name = "Tammetõru Selts", Sector = Sector.Ngo, Email = "selts@naide.example", Languages = ["uk"] };
        await desk.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<NetworkDb>().Add(known)));
        var person = Crowd.Person("Ostap", "Zahublenyi");
        await desk.House.Add(person);
        using var manager = desk.Open("en", $"{Rights},network.read");
        var open = $"/cases/new?person={person.Id}";
        using var opened = await manager.Post(await manager.Page(open), open, "case", ("Person", $"{person.Id}"), ("Reason", "Needs work"));
        var refer = $"{PathOf(opened)}/refer";
        (string, string)[] typed = [("Organisation", $"{known.Id}"), ("Language", "et"), ("Need", "A choir")];
        using var filled = await manager.Post(await manager.Page(refer), refer, "referral", [.. typed, ("step", "take-over")]);
        filled.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.Read(filled);
        page.GetElementById("referral-Institution")!.GetAttribute("value").ShouldBe("Tammetõru Selts");
        page.GetElementById("referral-Email")!.GetAttribute("value").ShouldBe("selts@naide.example");
        page.QuerySelector("input[name=Language][checked]")!.GetAttribute("value").ShouldBe("uk", "it does not read Estonian");
        page.GetElementById("referral-Need")!.TextContent.ShouldBe("A choir", "nothing is lost");
        using var written = await manager.Post(page, refer, "referral", typed);
        (await manager.Page(PathOf(written))).QuerySelector($"a[href='/network/organisations/{known.Id}']")!.TextContent.ShouldBe("Tammetõru Selts");
        using var nowhere = await manager.Post(await manager.Page(refer), refer, "referral", ("Language", "et"), ("Need", "A choir"));
        var asked = await Browser.Read(nowhere);
        asked.GetElementById("referral-Institution-error").ShouldNotBeNull();
        asked.GetElementById("referral-Email-error").ShouldNotBeNull();
        using var outside = desk.Open("en", Rights);
        (await outside.Page(refer)).GetElementById("referral-Organisation").ShouldBeNull("who does not see the network writes by hand");
    }

    [Fact]
    public async Task What_was_answered_says_so_and_takes_nothing_more_from_a_page_that_stood_open()
    {
        var (_, path) = await Referred(consents: true);
        var link = await Link(path);
        using var institution = desk.Open("en", null);
        var open = await institution.Page(link);
        using var declined = await institution.Post(open, link, "answer", ("Answer", "Declined"), ("Words", "We are full"));
        using var late = await institution.Post(open, link, "answer", ("Answer", "Accepted"), ("Words", "Something else"));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var after = await Browser.Read(late);
        after.Body!.TextContent.ShouldContain("has been answered already");
        after.QuerySelector("[name=Answer]").ShouldBeNull();
        using var manager = desk.Open("en", Rights);
        var kept = (await manager.Page(path)).Body!.TextContent;
        kept.ShouldContain("We are full");
        kept.ShouldNotContain("Something else");
    }

    [Fact]
    public async Task What_the_institution_said_on_the_telephone_is_written_down_and_its_link_goes_on()
    {
        var (_, path) = await Referred(consents: true);
        var link = await Link(path);
        using var manager = desk.Open("en", Rights);
        using var silent = await manager.Post(await manager.Page($"{path}/answer"), $"{path}/answer", "answer", ("Answer", "Declined"));
        (await Browser.Read(silent)).GetElementById("answer-Words-error").ShouldNotBeNull();
        using var taken = await manager.Post(await manager.Page($"{path}/answer"), $"{path}/answer", "answer", ("Answer", "Accepted"), ("Words", "From Monday on"));
        (await manager.Page(path)).Body!.TextContent.ShouldContain("From Monday on");
        using var institution = desk.Open("en", null);
        using var done = await institution.Post(await institution.Page(link), link, "answer", ("Answer", "Done"));
        using var late = await manager.Get($"{path}/answer");
        late.StatusCode.ShouldBe(HttpStatusCode.Redirect, "nothing is left to be answered");
    }

    [Fact]
    public async Task Revoked_or_with_consent_withdrawn_the_link_opens_nothing()
    {
        var (person, path) = await Referred(consents: true);
        var link = await Link(path);
        using var institution = desk.Open("en", null);
        await institution.Page(link);
        await Consent(person, stands: false);
        await institution.Page(link, HttpStatusCode.NotFound);
        var (_, other) = await Referred(consents: true);
        var otherLink = await Link(other);
        using var manager = desk.Open("en", Rights);
        using var revoked = await manager.Post(await manager.Page(other), other, "revoke");
        await institution.Page(otherLink, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sending_without_consent_takes_a_permission_of_its_own_and_a_reason()
    {
        var (_, path) = await Referred();
        using var manager = desk.Open("en", Rights);
        using var closed = await manager.Get($"{path}/without-consent");
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var head = desk.Open("en", $"{Rights},cases.override-consent");
        var page = await head.Page($"{path}/without-consent");
        using var unsaid = await head.Post(page, $"{path}/without-consent", "override");
        (await Browser.Read(unsaid)).GetElementById("override-Reason-error").ShouldNotBeNull();
        using var sent = await head.Post(page, $"{path}/without-consent", "override", ("Reason", "Danger to a child"));
        (await head.Page(path)).Body!.TextContent.ShouldContain("Danger to a child");
    }

    [Fact]
    public void The_entity_itself_refuses_to_leave_without_consent()
    {
        var it = Loim.Cases.Casework.Case.Open(Guid.CreateVersion7(), "Vajab abi", Viewer.House, Desk.Today);
        var referral = it.Refer(new("Töötukassa", "a@b.example", "et", "Nõu", null), Viewer.House, DateTime.UnixEpoch);
        Should.Throw<InvalidOperationException>(() => referral.Send(consents: false, DateTime.UnixEpoch));
        referral.Say(ReferralState.Accepted, null, DateTime.UnixEpoch).ShouldBeFalse();
        referral.Send(consents: true, DateTime.UnixEpoch);
        referral.Say(ReferralState.Done, null, DateTime.UnixEpoch).ShouldBeFalse("it was not accepted");
        referral.Say(ReferralState.Declined, "Täis", DateTime.UnixEpoch).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => referral.Revoke(DateTime.UnixEpoch));
    }

    private int Letters() => desk.House.Scalar<int>("SELECT count(*) FROM letters_letters WHERE Kind = 'ReferralLetter'");

    private async Task<(Guid Person, string Path)> Referred(bool consents = false)
    {
        var person = Crowd.Person("Orysia", "Zahublena");
        await desk.House.Add(person);
        if (consents) { await Consent(person.Id, stands: true); }
        using var browser = desk.Open("en", Rights);
        var open = $"/cases/new?person={person.Id}";
        using var opened = await browser.Post(await browser.Page(open), open, "case", ("Person", $"{person.Id}"), ("Reason", "Needs work"));
        var refer = $"{PathOf(opened)}/refer";
        using var written = await browser.Post(await browser.Page(refer), refer, "referral", Told);
        written.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (person.Id, PathOf(written));
    }

    private Task Consent(Guid person, bool stands) => desk.House.As(Viewer.House, s => stands
        ? s.GetRequiredService<IConsents>().Give(person, ConsentPurpose.Sharing, "uk")
        : s.GetRequiredService<IConsents>().Withdraw(person, ConsentPurpose.Sharing));

    /// <summary>Another link to the same referral: the one in the letter cannot be had again.</summary>
    private Task<string> Link(string referral) => desk.House.As(Viewer.House, async s =>
    {
        var id = Guid.Parse(referral[^36..]);
        var link = await s.GetRequiredService<IPersonalLinks>().Make(new NewLink(ReferralBook.Purpose, id, "/cases/referrals/answer/{0}", TimeSpan.FromDays(1)));
        return Regex.Match(link, "/cases/.*").Value;
    });

    private static string PathOf(HttpResponseMessage answer) => new Uri(new Uri("http://house"), answer.Headers.Location!).AbsolutePath;
}
