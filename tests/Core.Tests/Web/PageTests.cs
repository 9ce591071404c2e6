using System.Net;
using AngleSharp.Dom;

namespace Loim.Core.Tests.Web;

/// <summary>What every page brings: language, menu, landmarks, headers, and a clear answer to trouble.</summary>
public sealed class PageTests(WebHouse house) : IClassFixture<WebHouse>
{
    [Theory]
    [InlineData("et", "Näidislaud", "3 külastust", "Kogukond")]
    [InlineData("en", "Sample desk", "3 visits", "Community")]
    [InlineData("ru", "Образец стола", "3 посещения", "Сообщество")]
    [InlineData("uk", "Зразок столу", "3 відвідування", "Громада")]
    public async Task A_page_speaks_the_readers_language(string language, string heading, string counted, string section)
    {
        using var browser = house.Open(language);
        using var response = await browser.Get("/samples/desk");
        var source = await response.Content.ReadAsStringAsync();
        source.ShouldContain(heading, customMessage: "letters stay letters");
        var page = await Browser.Read(response);
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.DocumentElement.GetAttribute("data-weft").ShouldBe("rakvere");
        page.Title.ShouldBe($"{heading} – Rakvere linn – Lõim");
        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe(heading);
        page.QuerySelector(".page-head p")!.TextContent.ShouldBe(counted);
        page.QuerySelectorAll(".side h2").Select(h => h.TextContent).ShouldContain(section);
        page.QuerySelector(".side a[aria-current=page]")!.TextContent.Trim().ShouldStartWith(heading);
        page.QuerySelector($".menu a[hreflang={language}]")!.GetAttribute("aria-current").ShouldBe("true");
        foreach (var landmark in new[] { "header", "nav[aria-label]", "main#content[tabindex='-1']", "a.skip[href='#content']" }) { page.QuerySelector(landmark).ShouldNotBeNull(landmark); }
    }

    [Fact]
    public async Task A_choice_of_language_is_kept_and_leads_back_to_this_site_only()
    {
        using var browser = house.Open("en");
        using var chosen = await browser.Get("/language/uk?returnUrl=%2Fsamples%2Fdesk%3Fpage%3D2");
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        chosen.Headers.Location!.ToString().ShouldBe("/samples/desk?page=2");
        (await browser.Page("/samples/desk")).DocumentElement.GetAttribute("lang").ShouldBe("uk");
        foreach (var evil in new[] { "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "" })
        {
            using var answer = await browser.Get($"/language/et?returnUrl={Uri.EscapeDataString(evil)}");
            answer.Headers.Location!.ToString().ShouldBe("/");
        }
        using var unknown = await browser.Get("/language/xx");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_language_falls_back_to_the_deployments_first()
    {
        using var browser = house.Open("fi");
        (await browser.Page("/samples/desk")).DocumentElement.GetAttribute("lang").ShouldBe("et");
    }

    [Fact]
    public async Task The_menu_shows_only_what_the_viewer_may_open()
    {
        using var reader = house.Open("en", "other.read");
        var links = (await reader.Page("/samples/desk")).QuerySelectorAll(".side a").Select(a => a.GetAttribute("href"));
        links.ShouldContain("/samples/desk");
        links.ShouldNotContain("/samples/form");
    }

    [Fact]
    public async Task A_borrowed_module_names_its_lender()
    {
        using var browser = house.Open("en");
        var link = (await browser.Page("/samples/desk")).QuerySelector(".side a[href='/samples/desk']")!;
        link.ClassName.ShouldBe("borrowed");
        link.QuerySelector(".count")!.TextContent.ShouldBe("Loim.Core.Tests", "the samples do not come from Rakvere's plugin");
    }

    [Fact]
    public async Task A_section_that_fails_is_a_sentence_and_the_page_stays()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/desk");
        page.QuerySelector(".notice.warn")!.TextContent.ShouldStartWith("This part could not be shown");
        page.Body!.TextContent.ShouldNotContain("secret insides");
        page.QuerySelector("#in-section-Name").ShouldNotBeNull("the other section stands");
        house.Faults.Recent.ShouldContain(f => f.Module == "samples" && f.Phase == "section sample" && f.Reason.Contains("secret insides"));
    }

    [Fact]
    public async Task A_section_with_a_form_that_fails_is_left_out_when_the_page_is_asked_for_again()
    {
        using var browser = house.Open("en");
        using var first = await browser.Get("/samples/form-desk?a=1");
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.OriginalString.ShouldBe("/samples/form-desk?a=1");
        (await browser.Page("/samples/form-desk?a=1")).QuerySelector(".notice.warn")!.TextContent.ShouldStartWith("This part could not be shown");
    }

    [Fact]
    public async Task Sections_are_for_those_who_may_see_them()
    {
        using var reader = house.Open("en", "other.read");
        (await reader.Page("/samples/desk")).QuerySelector("#in-section-Name").ShouldBeNull();
    }

    [Fact]
    public async Task A_chart_has_its_table()
    {
        using var browser = house.Open("et");
        var chart = (await browser.Page("/samples/desk")).QuerySelector("figure.chart")!;
        chart.QuerySelectorAll("svg rect").Length.ShouldBe(3);
        chart.QuerySelectorAll("tbody td").Select(td => td.TextContent).ShouldBe(["14", "19", "31"]);
        chart.QuerySelector("tbody a.fig")!.GetAttribute("href").ShouldBe("/samples/form");
    }

    [Theory]
    [InlineData("et", "/nowhere", HttpStatusCode.NotFound, "Sellist lehte ei ole")]
    [InlineData("en", "/samples/nowhere", HttpStatusCode.NotFound, "There is no such page")]
    [InlineData("ru", "/samples/form", HttpStatusCode.Forbidden, "У вас нет права открыть эту страницу")]
    [InlineData("uk", "/nowhere", HttpStatusCode.NotFound, "Такої сторінки немає")]
    public async Task Trouble_is_a_clear_page(string language, string path, HttpStatusCode status, string heading)
    {
        using var browser = house.Open(language, "other.read");
        var page = await browser.Page(path, status);
        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe(heading);
        page.Title.ShouldBe($"{heading} – Rakvere linn – Lõim");
    }

    [Fact]
    public async Task A_page_that_finds_nothing_is_a_404_and_its_markup_does_not_run()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/gone", HttpStatusCode.NotFound);
        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe("There is no such page");
    }

    [Theory]
    [InlineData("", 1, new[] { 1, 2, 3, 200 })]
    [InlineData("?page=100&q=%C3%B5un", 100, new[] { 1, 98, 99, 100, 101, 102, 200 })]
    [InlineData("?page=999999999", 200, new[] { 1, 198, 199, 200 })]
    [InlineData("?page=-5", 1, new[] { 1, 2, 3, 200 })]
    public async Task A_long_list_pages_within_bounds_and_keeps_its_filters(string query, int current, int[] shown)
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/list" + query);
        page.QuerySelector(".pages [aria-current=page]")!.TextContent.ShouldEndWith($" {current}");
        page.QuerySelectorAll(".pages a:not([rel])").Select(a => int.Parse(a.TextContent.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(shown);
        if (query.Contains("q=")) { page.QuerySelectorAll(".pages a").ShouldAllBe(a => a.GetAttribute("href")!.Contains("q=")); }
    }

    [Theory]
    [InlineData("et", "", HttpStatusCode.InternalServerError, "Midagi läks katki")]
    [InlineData("ru", "", HttpStatusCode.InternalServerError, "Что-то сломалось")]
    [InlineData("en", "?how=busy", HttpStatusCode.ServiceUnavailable, "No answer can be given just now")]
    [InlineData("uk", "?how=busy", HttpStatusCode.ServiceUnavailable, "Зараз відповісти неможливо")]
    public async Task A_page_that_breaks_shows_none_of_its_insides(string language, string query, HttpStatusCode status, string heading)
    {
        using var browser = house.Open(language);
        using var response = await browser.Get("/samples/broken" + query);
        response.StatusCode.ShouldBe(status);
        (response.Headers.RetryAfter is not null).ShouldBe(status == HttpStatusCode.ServiceUnavailable);
        var page = await Browser.Read(response);
        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe(heading);
        page.DocumentElement.OuterHtml.ShouldNotContain("insides");
        house.Faults.Recent.ShouldContain(f => f.Module == "samples" && f.Phase == "page /samples/broken");
    }

    [Fact]
    public async Task Nothing_comes_from_elsewhere_and_nothing_stays_behind()
    {
        using var browser = house.Open("et");
        foreach (var path in new[] { "/samples/desk", "/nowhere", "/samples/welcome" })
        {
            using var response = await browser.Get(path);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await Browser.Read(response)).QuerySelectorAll("[style], script, style, [onclick]").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_stylesheet_is_kept_for_ever_and_comes_packed()
    {
        using var browser = house.Open("et");
        var href = (await browser.Page("/samples/desk")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var plain = await browser.Get(href);
        plain.Headers.CacheControl!.ToString().ShouldContain("immutable");
        plain.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        (await plain.Content.ReadAsStringAsync()).ShouldContain("--brand");
    }

    [Fact]
    public async Task A_public_page_opens_to_anyone_in_its_own_layout()
    {
        using var browser = house.Open("en", permissions: null);
        var page = await browser.Page("/samples/welcome");
        page.Body!.ClassName.ShouldBe("public");
        page.QuerySelector(".foot .funding").ShouldNotBeNull();
        page.QuerySelectorAll(".foot a[href^='tel:'], .foot a[href^='mailto:']").Select(a => a.GetAttribute("href")).ShouldBe(["tel:5550100", "mailto:abi@rakvere.example"]);
        page.QuerySelector(".side").ShouldBeNull();
    }
}
