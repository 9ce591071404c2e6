using System.Net;
using Loim.Core.Tests.Web;
using Loim.PublicSite;

namespace Loim.Core.Tests.PublicSite;

public sealed class OpenHouse() : WebHouse(new PublicSiteModule());

public sealed class PublicSiteTests(OpenHouse house) : IClassFixture<OpenHouse>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_received_at_the_start_page()
    {
        using var resident = house.Open("uk", permissions: null);
        using var answer = await resident.Get("/");
        answer.Headers.Location!.OriginalString.ShouldBe("/public-site");
        var page = await resident.Page("/public-site");
        page.DocumentElement.GetAttribute("lang").ShouldBe("uk");
        page.QuerySelectorAll(".public-nav a").Select(a => a.GetAttribute("href")).ShouldBe(["/public-site", "/public-site/services", "/public-site/ask"]);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ShouldAllBe(address => address.StartsWith('/'));
    }

    [Fact]
    public async Task A_request_for_help_is_read_by_the_one_who_takes_it()
    {
        using var resident = house.Open("uk", permissions: null);
        using var sent = await resident.Post(await resident.Page("/public-site/ask"), "/public-site/ask", "help",
            ("Text", "Шукаю курс естонської O'CONNEŽ <b>"), ("Language", "uk"), ("Contact", "newcomer@example.ee"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await resident.Page("/public-site/ask")).QuerySelector("main")!.TextContent.ShouldContain("Дякуємо!");
        house.House.Scalar<int>("SELECT count(*) FROM public_site_help_requests WHERE Text LIKE '%курс%' OR Contact LIKE '%newcomer%'").ShouldBe(0, "it is encrypted");

        using var staff = house.Open("et", "public-site.answer");
        var waiting = await staff.Page("/public-site/requests");
        waiting.Body!.TextContent.ShouldNotContain("курс");
        var id = waiting.QuerySelector("button[name=take]")!.GetAttribute("value")!;
        (await staff.Post(waiting, "/public-site/requests", "requests", ("take", id))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var taken = await staff.Page("/public-site/requests");
        taken.Body!.TextContent.ShouldContain("Шукаю курс естонської O'CONNEŽ <b>");
        house.House.Scalar<int>($"SELECT count(*) FROM house_audit WHERE Action = 'read' AND lower(Person) = '{id}'").ShouldBePositive();
        (await staff.Post(taken, "/public-site/requests", "requests", ("answered", id))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var done = await staff.Page("/public-site/requests");
        done.QuerySelectorAll("main .card").ShouldBeEmpty();
        done.Body!.TextContent.ShouldNotContain("курс");
        (await staff.Post(done, "/public-site/requests", "requests", ("unanswered", id))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await staff.Page("/public-site/requests")).QuerySelector("main .card")!.TextContent.ShouldContain("курс", customMessage: "it was marked by mistake");
    }

    [Fact]
    public async Task An_empty_request_is_answered_in_the_residents_language_and_nothing_is_lost()
    {
        using var resident = house.Open("ru", permissions: null);
        using var answer = await resident.Post(await resident.Page("/public-site/ask"), "/public-site/ask", "help", ("Text", "Помогите"), ("Language", "ru"), ("Contact", " "));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Read(answer);
        page.QuerySelector("#help-Contact-error")!.TextContent.ShouldBe("Заполните это поле");
        page.QuerySelector("#help-Text")!.TextContent.ShouldContain("Помогите");
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("12", false)]
    [InlineData("newcomer@example", false)]
    [InlineData("5551 2345", true)]
    public async Task Who_asks_for_help_leaves_what_they_can_be_answered_by(string contact, bool right)
    {
        using var resident = house.Open("en", permissions: null);
        using var answer = await resident.Post(await resident.Page("/public-site/ask"), "/public-site/ask", "help", ("Text", "Help"), ("Language", "en"), ("Contact", contact));
        answer.StatusCode.ShouldBe(right ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
        if (!right) { (await Browser.Read(answer)).QuerySelector("#help-Contact-error")!.TextContent.ShouldBe("Write an e-mail address or a telephone number"); }
    }

    [Fact]
    public async Task What_one_gets_where_is_told_in_the_residents_language_and_else_marked_as_Estonian()
    {
        using var staff = house.Open("et", "network.read,network.write");
        foreach (var (name, ukrainian) in new[] { ("Keeleselts", "Мовні курси"), ("Puutööring", "") })
        {
            using var added = await staff.Post(await staff.Page("/network/organisations/new"), "/network/organisations/new", "organisation",
                ("Name", name), ("Sector", "Ngo"), ("Offers", $"{name} õpetab"), ("OffersUk", ukrainian));
            added.StatusCode.ShouldBe(HttpStatusCode.Found, await added.Content.ReadAsStringAsync());
        }
        using var resident = house.Open("uk", permissions: null);
        (await resident.Page("/public-site/services?q=курси")).QuerySelector("main .card p")!.TextContent.ShouldBe("Мовні курси");
        var rest = (await resident.Page("/public-site/services?q=puutöö")).QuerySelector("main .card p")!;
        (rest.TextContent, rest.GetAttribute("lang")).ShouldBe(("Puutööring õpetab", "et"));
    }

    [Fact]
    public async Task A_page_says_when_it_is_not_translated_and_when_its_translation_is_old()
    {
        using var writer = house.Open("en", "public-site.write");
        using var added = await writer.Post(await writer.Page("/public-site/pages/new"), "/public-site/pages/new", "page", ("Slug", "doctor"), ("Position", "3"));
        var page = added.Headers.Location!.OriginalString[..^3];
        using var resident = house.Open("uk", permissions: null);
        (await resident.Get("/public-site/info/doctor")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Write(writer, $"{page}/et", "Perearst", publish: true);
        var estonian = await resident.Page("/public-site/info/doctor");
        estonian.QuerySelector("main .notice")!.TextContent.ShouldContain("ще не перекладено");
        estonian.QuerySelector(".prose")!.GetAttribute("lang").ShouldBe("et");
        house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await Write(writer, $"{page}/uk", "Сімейний лікар");
        (await resident.Page("/public-site/info/doctor")).QuerySelectorAll("main .notice").ShouldBeEmpty();
        house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await Write(writer, $"{page}/et", "Perearst ja õde");
        (await resident.Page("/public-site/info/doctor")).QuerySelector("main .notice")!.TextContent.ShouldContain("застаріти");
        (await writer.Page("/public-site/pages")).QuerySelector("tbody")!.TextContent.ShouldContain("outdated");
    }

    private static async Task Write(Browser writer, string path, string title, bool publish = false)
    {
        (string, string)[] typed = [("Title", title), ("Summary", "Lühidalt"), ("Body", "Esimene lõik.\n\nTeine lõik."), .. publish ? [("publish", "1")] : Array.Empty<(string, string)>()];
        using var answer = await writer.Post(await writer.Page(path), path, "text", typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }
}
