using System.Net;
using Loim.Access;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.PublicSite;
using Loim.PublicSite.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.PublicSite;

/// <summary>A page that is lent says how old it is; one that was made for its reader does not.</summary>
public sealed class OpenPageTests(OpenHouse house) : IClassFixture<OpenHouse>
{
    private const string Start = "/public-site";

    /// <summary>A link that only who is not signed in is shown.</summary>
    private const string SignIn = "\"/accounts/sign-in\"";

    [Fact]
    public async Task Strangers_share_a_page_until_something_is_written()
    {
        await Say("Esimene");
        (await Ask("et")).Lent.ShouldBeFalse();
        (await Ask("et")).Lent.ShouldBeTrue();
        await Say("Teine");
        var (lent, html) = await Ask("et");
        lent.ShouldBeFalse();
        html.ShouldContain("Teine");
    }

    [Fact]
    public async Task A_page_is_lent_for_ten_seconds_at_most()
    {
        await Ask("et");
        (await Ask("et")).Lent.ShouldBeTrue();
        house.House.Clock.Advance(TimeSpan.FromSeconds(10));
        (await Ask("et")).Lent.ShouldBeFalse();
    }

    [Fact]
    public async Task Each_language_and_each_query_has_a_page_of_its_own()
    {
        foreach (var language in new[] { "et", "en", "ru", "uk" }) { (await Ask(language)).Html.ShouldContain($"<html lang=\"{language}\""); }
        (await Ask("uk")).ShouldSatisfyAllConditions(p => p.Lent.ShouldBeTrue(), p => p.Html.ShouldContain("<html lang=\"uk\""));
        await Ask("et", "/public-site/services?q=keel");
        (await Ask("et", "/public-site/services?q=kool")).Html.ShouldContain("value=\"kool\"");
    }

    [Fact]
    public async Task Somebody_is_lent_nothing_and_leaves_nothing_to_others()
    {
        using var officer = house.Open("et", "public-site.answer");
        using var mine = await officer.Get(Start);
        (await mine.Content.ReadAsStringAsync()).ShouldNotContain(SignIn);
        (await Ask("et")).Html.ShouldContain(SignIn);
        (await Ask("et")).Lent.ShouldBeTrue();
        using var again = await officer.Get(Start);
        (await again.Content.ReadAsStringAsync()).ShouldNotContain(SignIn);
        using var stranger = house.Open("et", permissions: null);
        foreach (var cookie in new[] { "notice=left", "loim=session", "__Host-loim=session", "other=1" })
        {
            using var own = await stranger.Get(Start, ("Cookie", cookie));
            own.Headers.Age.ShouldBeNull(cookie);
        }
    }

    [Fact]
    public async Task A_form_holds_the_token_of_its_reader()
    {
        await Ask("et", "/public-site/ask");
        using var second = house.Open("et", permissions: null);
        using var sent = await second.Post(await second.Page("/public-site/ask"), "/public-site/ask", "help", ("Text", "Otsin kursust"), ("Language", "et"), ("Contact", "keegi@example.ee"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_looked_for_again()
    {
        (await Ask("et", "/public-site/info/nowhere", HttpStatusCode.NotFound)).Lent.ShouldBeFalse();
        (await Ask("et", "/public-site/info/nowhere", HttpStatusCode.NotFound)).Lent.ShouldBeFalse();
    }

    /// <summary>A new stranger each time.</summary>
    private async Task<(bool Lent, string Html)> Ask(string language, string path = Start, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var stranger = house.Open(language, permissions: null);
        using var answer = await stranger.Get(path);
        answer.StatusCode.ShouldBe(expected);
        return (answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync());
    }

    private Task Say(string title) => house.House.As(Viewer.House, async services =>
    {
        var db = services.GetRequiredService<PublicSiteDb>();
        await services.GetRequiredService<Work>().Do(() =>
        {
            var page = new InfoPage { Slug = title.ToLowerInvariant() };
            page.Write(InfoPage.Source, title, "Lühidalt", "Lõik.", house.House.Clock.GetUtcNow().UtcDateTime);
            page.Publish(house.House.Clock.GetUtcNow().UtcDateTime);
            db.Add(page);
        });
    });
}
