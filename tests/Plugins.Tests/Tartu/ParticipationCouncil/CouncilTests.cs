using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Letters.Links;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tartu.ParticipationCouncil;
using Tartu.ParticipationCouncil.Councils;
using Tartu.ParticipationCouncil.Members;
using Tartu.ParticipationCouncil.Proposals;

namespace Loim.Plugins.Tests.Tartu.ParticipationCouncil;

public sealed class CouncilHouse() : WebHouse(new ParticipationCouncilModule());

/// <summary>From the seat to the city's answer, as a member, the staff and everybody see it.</summary>
public sealed class CouncilTests(CouncilHouse house) : IClassFixture<CouncilHouse>
{
    private const string Staff = "participation-council.manage";

    [Fact]
    public async Task A_member_proposes_by_link_the_city_answers_and_everybody_reads_both_without_a_name()
    {
        var (council, member) = await Seated("Halynka Verbova", "halynka@kogu.example", Phase.Deliberating);
        var address = await LinkOf(member);
        using var guest = house.Open("et", null);
        var page = await guest.Page(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("Halynka Verbova");
        using (var sent = await guest.Post(page, address, "proposal", ("Language", "et"), ("Title", "Õhtune keelekohvik"), ("Text", "Päeval töötame."))) { sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync()); }
        using (var again = await guest.Post(page, address, "proposal", ("Language", "et"), ("Title", "Õhtune keelekohvik"), ("Text", "Päeval töötame."))) { again.StatusCode.ShouldBe(HttpStatusCode.Redirect); }
        (await Public()).ShouldNotContain("Õhtune");

        using var staff = house.Open("et", Staff);
        var proposal = (await staff.Page($"/participation-council/{council}")).QuerySelector<IHtmlAnchorElement>("a[href*='/proposals/']")!.GetAttribute("href")!;
        var read = await staff.Page(proposal);
        using (var empty = await staff.Post(read, proposal, "answer", ("Decision", "Accepted"), ("Reasons", " "))) { empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity); }
        var letters = Letters();
        using (var answered = await staff.Post(read, proposal, "answer", ("Decision", "Accepted"), ("Reasons", "Ruum on olemas."))) { answered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answered.Content.ReadAsStringAsync()); }
        Letters().ShouldBe(letters + 1);
        using (var published = await staff.Post(await staff.Page(proposal), proposal, "publish", ("do", "publish"))) { published.StatusCode.ShouldBe(HttpStatusCode.Redirect); }
        using (var progressed = await staff.Post(await staff.Page(proposal), proposal, "progress", ("Day", "15.9.2025"), ("Text", "Esimene kord toimus."), ("Done", "true"))) { progressed.StatusCode.ShouldBe(HttpStatusCode.Redirect); }

        var seen = await Public();
        foreach (var told in (string[])["1. Õhtune keelekohvik", "Ruum on olemas.", "Esimene kord toimus.", "tehtud"]) { seen.ShouldContain(told); }
        seen.ShouldNotContain("Halynka");
        house.House.Scalar<long>("SELECT count(*) FROM participation_council_proposals WHERE Title = 'Õhtune keelekohvik'").ShouldBe(1);
    }

    [Fact]
    public async Task Staff_translate_what_everybody_reads_and_the_members_letter_is_in_their_language()
    {
        var (council, member) = await Seated("Tetiana Movna", "tetiana@kogu.example", Phase.Deliberating);
        var proposal = Guid.CreateVersion7();
        await house.House.As(Viewer.Anyone, s => s.GetRequiredService<ProposalBook>().Propose(proposal, member, "uk", "Читальня ввечері", "Удень працюємо."));
        using var staff = house.Open("et", Staff);
        var (edit, page) = ($"/participation-council/{council}/edit", $"/participation-council/proposals/{proposal}");
        await Post(staff, edit, "council", ("Name", "Kogu"), ("Name-uk", "Рада"), ("Purpose", "Küsimus?"), ("Seats", "20"), ("From", "1.9.2025"), ("Until", "31.12.2025"));
        await Post(staff, page + "/translate", "words", ("Title-et", "Lugemissaal õhtul"));
        await Post(staff, page, "answer", ("Decision", "Accepted"), ("Reasons", "Saal on olemas."), ("Reasons-uk", "Зала є."));
        await Post(staff, page, "publish", ("do", "publish"));
        await Post(staff, page, "progress", ("Day", "15.9.2025"), ("Text", "Saal on avatud."), ("Text-ru", "Зал открыт."));
        (await LastLetter()).ShouldContain("Зала є.");

        var (et, uk, ru) = (await Main("et"), await Main("uk"), await Main("ru"));
        et.TextContent.ShouldContain("Lugemissaal õhtul");
        Told(et, "Удень працюємо.").ShouldBe("uk", "the text is not translated, and says in which language it is");
        Told(uk, "Зала є.").ShouldBeNull();
        Told(uk, "Рада").ShouldBeNull();
        Told(ru, "Saal on olemas.").ShouldBe("et");
        Told(ru, "Зал открыт.").ShouldBeNull();
        Told(ru, "Kogu").ShouldBe("et");
        var step = (await staff.Page(page)).QuerySelector("button[name=remove]")!.GetAttribute("value")!;
        using var removed = await staff.Post(await staff.Page(page), page, "steps", ("remove", step));
        (await Public()).ShouldNotContain("Saal on avatud.");
        var form = await Loim.Core.Tests.Web.Browser.Read(removed);
        form.QuerySelectorAll("textarea[name=Text], textarea[name=Text-ru]").Select(t => t.TextContent.Trim()).ShouldBe(["Saal on avatud.", "Зал открыт."], "removed by mistake, it is saved again");
    }

    [Fact]
    public async Task A_meeting_that_will_not_be_says_so_and_may_take_place_after_all()
    {
        var council = await Council(Phase.Deliberating);
        using var staff = house.Open("et", Staff);
        await Post(staff, $"/participation-council/{council}/meetings/new", "meeting", ("Day", "20.10.2025"), ("Start", "17.30"), ("Place", "Väike saal"), ("Agenda", "Naabrid"));
        var meeting = (await staff.Page($"/participation-council/{council}")).QuerySelector("a[href*='/meetings/'].when")!.GetAttribute("href")!;
        foreach (var isCancelled in new[] { true, false })
        {
            await Post(staff, meeting, "cancelling", ("do", isCancelled ? "cancel" : "back"));
            var told = (await Main("et")).QuerySelectorAll("dd").Single(d => d.TextContent.Contains("Väike saal", StringComparison.Ordinal)).TextContent;
            told.Contains("jääb ära", StringComparison.Ordinal).ShouldBe(isCancelled);
        }
    }

    /// <summary>The language that is declared for a text.</summary>
    private static string? Told(IElement main, string text) => main.QuerySelectorAll("h2, h3, p, span").First(e => e.TextContent.EndsWith(text, StringComparison.Ordinal)).GetAttribute("lang");

    private static async Task Post(Loim.Core.Tests.Web.Browser staff, string page, string form, params (string, string)[] typed)
    {
        using var answer = await staff.Post(await staff.Page(page), page, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_link_that_was_replaced_opens_nothing()
    {
        var (council, member) = await Seated("Zlatana Hirna", "zlatana@kogu.example", Phase.Deliberating);
        var old = await LinkOf(member);
        using var staff = house.Open("et", Staff);
        var page = $"/participation-council/{council}";
        using (var sent = await staff.Post(await staff.Page(page), page, "members", ("link", $"{member}"))) { sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync()); }
        (await staff.Page(page)).QuerySelector(".notice.good")!.TextContent.ShouldContain("Uus link");
        using var guest = house.Open("uk", null);
        (await guest.Get(old)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_was_said_to_leave_by_mistake_stays_while_the_seat_is_free()
    {
        var council = await Council(Phase.Deliberating, seats: 1);
        (await Add(council, "Jääv Liige", "jaav@kogu.example")).ShouldBeNull();
        var first = await house.House.As(Viewer.House, s => s.GetRequiredService<ParticipationCouncilDb>().Members.Where(m => m.CouncilId == council).Select(m => m.Id).SingleAsync());
        using var staff = house.Open("et", Staff);
        var page = $"/participation-council/{council}";
        foreach (var (act, until) in new[] { ("leave", "2025-09-15"), ("stay", "2025-12-31"), ("leave", "2025-09-15") })
        {
            using var done = await staff.Post(await staff.Page(page), page, "members", (act, $"{first}"));
            house.House.Scalar<string>($"SELECT Until FROM participation_council_members WHERE Id = '{first.ToString().ToUpperInvariant()}'").ShouldBe(until);
        }
        (await Add(council, "Järgmine Liige", "jargmine@kogu.example", from: new(2025, 9, 16))).ShouldBeNull();
        (await house.House.As(TestHouse.Somebody(Staff), s => s.GetRequiredService<MemberBook>().Stay(first))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/participation-council")]
    [InlineData("/participation-council/new")]
    public async Task The_staffs_pages_are_closed_to_others(string path)
    {
        using var other = house.Open("et", "people.read,service-centre.desk,programme.read");
        (await other.Get(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await house.House.As(TestHouse.Somebody("people.read"), s => s.GetRequiredService<ParticipationCouncilDb>().Members.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_seat_is_given_once_however_many_ask_for_it()
    {
        var council = await Council(Phase.Calling, seats: 1);
        var refused = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Add(council, "Vyhadana Liudyna", $"koht{i}@kogu.example")));
        refused.Count(r => r is null).ShouldBe(1);
        refused.Count(r => r == MemberRule.NoSeat).ShouldBe(5);
    }

    [Fact]
    public async Task A_seat_is_free_again_when_its_term_is_over_and_nobody_has_two()
    {
        var council = await Council(Phase.Calling, seats: 1);
        (await Add(council, "Esimene Liige", "esimene@kogu.example", until: new(2025, 9, 30))).ShouldBeNull();
        (await Add(council, "Teine Liige", "teine@kogu.example", from: new(2025, 9, 30))).ShouldBe(MemberRule.NoSeat);
        (await Add(council, "Esimene Liige", "esimene@kogu.example", from: new(2025, 10, 1))).ShouldBe(MemberRule.SameAddress);
        (await Add(council, "Teine Liige", "teine@kogu.example", from: new(2025, 10, 1))).ShouldBeNull();
        (await Add(council, "Kolmas Liige", "kolmas@kogu.example", until: new(2026, 1, 1))).ShouldBe(MemberRule.OutsideTerm);
    }

    [Fact]
    public async Task Nobody_proposes_before_deliberation_and_nobody_takes_back_what_is_answered()
    {
        var (_, early) = await Seated("Varajane Liige", "varajane@kogu.example", Phase.Calling);
        (await Propose(early, Guid.CreateVersion7())).ShouldBeFalse();
        var (_, former) = await Seated("Endine Liige", "endine@kogu.example", Phase.Deliberating, until: new(2025, 9, 14));
        (await Propose(former, Guid.CreateVersion7())).ShouldBeFalse("the seat is no longer theirs");
        var (_, member) = await Seated("Hiline Liige", "hiline@kogu.example", Phase.Deliberating);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await Propose(member, first)).ShouldBeTrue();
        (await Propose(member, second)).ShouldBeTrue();
        Task<bool> TakeBack(Guid id, Guid by) => house.House.As(Viewer.Anyone, s => s.GetRequiredService<ProposalBook>().TakeBack(id, by));
        (await TakeBack(first, early)).ShouldBeFalse();
        (await TakeBack(first, member)).ShouldBeTrue();
        await house.House.As(TestHouse.Somebody(Staff), s => s.GetRequiredService<ProposalBook>().Answer(second, Decision.Declined, "Seda teeb juba riik.", "et", new Dictionary<string, string?>()));
        (await TakeBack(second, member)).ShouldBeFalse();
    }

    [Fact]
    public async Task Erasure_and_age_take_the_name_and_leave_the_proposal()
    {
        var (_, member) = await Seated("Kustuv Liige", "kustuv@kogu.example", Phase.Deliberating);
        await Propose(member, Guid.CreateVersion7());
        static IPersonalData Data(IServiceProvider services) => services.GetServices<IPersonalData>().Single(d => d is CouncilData);
        (await house.House.As(Viewer.House, async s => await Data(s).Export(member, default).ToListAsync())).Select(r => r.Section).ShouldBe(["data.member", "proposal"]);
        await house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => Data(s).Erase(member, default)));
        house.House.Scalar<long>("SELECT count(*) FROM participation_council_members WHERE Email = 'kustuv@kogu.example'").ShouldBe(0);
        house.House.Scalar<long>($"SELECT count(*) FROM participation_council_proposals WHERE MemberId = '{member.ToString().ToUpperInvariant()}'").ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_name_or_address_is_corrected_and_the_link_goes_to_the_right_one()
    {
        var (council, member) = await Seated("Orisia Dolna", "orisia@vale.example", Phase.Preparing);
        await Add(council, "Bohdana Stepova", "bohdana@kogu.example");
        var old = await LinkOf(member);
        using var staff = house.Open("en", Staff);
        var path = $"/participation-council/members/{member}";
        (await staff.Page($"/participation-council/{council}")).QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        var form = await staff.Page(path);
        form.GetElementById("member-Name")!.GetAttribute("value").ShouldBe("Orisia Dolna");
        using (var taken = await staff.Post(form, path, "member", ("Name", "Orysia Dolna"), ("Email", "Bohdana@kogu.example"), ("Language", "uk"))) { (await Browser.Read(taken)).GetElementById("member-Email-error").ShouldNotBeNull(); }
        var letters = Letters();
        await Post(staff, path, "member", ("Name", "Orysia Dolna"), ("Email", "orisia@vale.example"), ("Language", "uk"));
        Letters().ShouldBe(letters, "the address stays");
        await Post(staff, path, "member", ("Name", "Orysia Dolna"), ("Email", "orysia@kogu.example"), ("Language", "uk"));
        Letters().ShouldBe(letters + 1);
        (await staff.Page($"/participation-council/{council}")).QuerySelector("main")!.TextContent.ShouldContain("orysia@kogu.example");
        using var guest = house.Open("et", null);
        (await guest.Get(old)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> Public() => (await Main("et")).TextContent;

    private async Task<IElement> Main(string language)
    {
        using var anyone = house.Open(language, null);
        return (await anyone.Page("/participation-council/public")).QuerySelector("main")!;
    }

    private async Task<string> LastLetter()
    {
        var text = "";
        await house.InScope(async services =>
        {
            services.GetRequiredService<CurrentViewer>().Viewer = Viewer.House;
            var letter = await services.GetRequiredService<Loim.Letters.LettersDb>().Letters.OrderByDescending(l => l.WrittenAt).ThenByDescending(l => l.Id).FirstAsync();
            text = services.GetRequiredService<Reading>().Open(Guid.Empty, letter.Body!.Value, Loim.Letters.Outbox.Letter.Place("Body", letter.Id))!;
        });
        return text;
    }

    private long Letters() => house.House.Scalar<long>("SELECT count(*) FROM letters_letters");

    private Task<string> LinkOf(Guid member) => house.House.As(Viewer.House, s => s.GetRequiredService<IPersonalLinks>()
        .Make(new(MemberBook.Purpose, member, "/participation-council/member/{0}", TimeSpan.FromDays(30))));

    private Task<bool> Propose(Guid member, Guid id) => house.House.As(Viewer.Anyone, s => s.GetRequiredService<ProposalBook>().Propose(id, member, "et", "Pealkiri", "Tekst"));

    private async Task<Guid> Council(Phase phase, int seats = 20)
    {
        var council = new Council { Language = "et", Name = "Kogu", Purpose = "Küsimus?", Seats = seats, From = new(2025, 9, 1), Until = new(2025, 12, 31) };
        while (council.Phase < phase) { council.Advance(0); }
        await house.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<ParticipationCouncilDb>().Add(council)));
        return council.Id;
    }

    private async Task<(Guid Council, Guid Member)> Seated(string name, string email, Phase phase, DateOnly? until = null)
    {
        var council = await Council(phase);
        (await Add(council, name, email, until: until)).ShouldBeNull();
        return (council, await house.House.As(Viewer.House, s => s.GetRequiredService<ParticipationCouncilDb>().Members.Where(m => m.CouncilId == council).Select(m => m.Id).SingleAsync()));
    }

    private Task<MemberRule?> Add(Guid council, string name, string email, DateOnly? from = null, DateOnly? until = null) =>
        house.House.As(TestHouse.Somebody(Staff), s => s.GetRequiredService<MemberBook>().Add(new()
        {
            CouncilId = council, Name = new(name), Email = new(email), Language = "uk", From = from ?? new(2025, 9, 1), Until = until ?? new(2025, 12, 31),
        }));
}
