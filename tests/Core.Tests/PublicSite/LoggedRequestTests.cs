using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Cases;
using Loim.Core.Tests.Web;
using Loim.PublicSite;

namespace Loim.Core.Tests.PublicSite;

public sealed class AskedHouse() : WebHouse(new PublicSiteModule(), new CasesModule());

/// <summary>A request for help becomes an enquiry without being typed once more.</summary>
public sealed class LoggedRequestTests(AskedHouse house, OpenHouse alone) : IClassFixture<AskedHouse>, IClassFixture<OpenHouse>
{
    private const string List = "/public-site/requests";
    private const string Staff = "public-site.answer,cases.read,cases.write,people.read";

    [Fact]
    public async Task Its_words_and_language_are_carried_into_the_enquiry_which_it_shows_then()
    {
        var id = await Asked(house, "Шукаю курс естонської");
        using var staff = house.Open("en", Staff);
        await Press(staff, "take", id);
        var link = (await staff.Page(List)).QuerySelector("a[href*='request=']")!.GetAttribute("href")!;
        link.ShouldBe($"/cases/enquiries/new?request={id}", "nothing that was said stands in an address");
        var form = await staff.Page(link);
        form.QuerySelector("textarea[name=Note]")!.TextContent.Trim().ShouldBe("Шукаю курс естонської");
        form.QuerySelectorAll<IHtmlInputElement>("input[name=Language], input[name=Channel]").Where(i => i.IsChecked).Select(i => i.Value).ShouldBe(["Email", "Ukrainian"], ignoreOrder: true);
        using var saved = await staff.Post(form, link, "enquiry",
            ("Services", "advice"), ("Channel", "Email"), ("Language", "Ukrainian"), ("Minutes", "10"), ("Outcome", "Solved"), ("Day", "15.09.2025"), ("Note", "Шукаю курс естонської"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var enquiry = saved.Headers.Location!.AbsolutePath;
        (await staff.Page(List)).QuerySelector("main .card a")!.GetAttribute("href").ShouldBe(enquiry);
        using var twice = await staff.Get(link);
        twice.Headers.Location!.OriginalString.ShouldEndWith(enquiry, customMessage: "it is logged once");
        await Press(staff, "answered", id);
        (await staff.Page(List)).QuerySelector($"main a[href='{enquiry}']").ShouldNotBeNull();
        var page = await staff.Page(enquiry);
        using var undone = await staff.Post(page, enquiry, "undo");
        await Press(staff, "unanswered", id);
        (await staff.Page(List)).QuerySelector("a[href*='request=']").ShouldNotBeNull("the enquiry was taken back");
    }

    [Fact]
    public async Task Nobody_else_gets_its_words_by_its_number()
    {
        var id = await Asked(house, "Ainult võtjale");
        using var staff = house.Open("en", Guid.NewGuid(), null, Staff.Split(','));
        await Press(staff, "take", id);
        using var other = house.Open("en", Guid.NewGuid(), null, Staff.Split(','));
        var form = await other.Page($"/cases/enquiries/new?request={id}");
        form.DocumentElement.OuterHtml.ShouldNotContain("Ainult");
        form.QuerySelector("input[name=Request]").ShouldBeNull();
        using var saved = await other.Post(form, "/cases/enquiries/new", "enquiry",
            ("Request", id), ("Services", "advice"), ("Channel", "Desk"), ("Language", "Russian"), ("Minutes", "10"), ("Outcome", "Solved"), ("Day", "15.09.2025"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        house.House.Scalar<int>($"SELECT count(*) FROM cases_enquiries WHERE lower(RequestId) = '{id}'").ShouldBe(0);
    }

    [Fact]
    public async Task Where_no_enquiries_are_kept_or_one_may_write_none_nothing_leads_there()
    {
        var (here, there) = (await Asked(house, "Tere"), await Asked(alone, "Tere"));
        using var reader = house.Open("en", Guid.NewGuid(), null, ["public-site.answer"]);
        await Press(reader, "take", here);
        (await reader.Page(List)).QuerySelector("main a[href*='enquiries']").ShouldBeNull();
        using var staff = alone.Open("en", Staff);
        await Press(staff, "take", there);
        (await staff.Page(List)).QuerySelector("main a[href*='enquiries']").ShouldBeNull();
    }

    private static async Task Press(Browser staff, string button, string id) =>
        (await staff.Post(await staff.Page(List), List, "requests", (button, id))).StatusCode.ShouldBe(HttpStatusCode.Found);

    private static async Task<string> Asked(WebHouse house, string text)
    {
        using var resident = house.Open("uk", permissions: null);
        using var sent = await resident.Post(await resident.Page("/public-site/ask"), "/public-site/ask", "help", ("Text", text), ("Language", "uk"), ("Contact", "newcomer@example.ee"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        return house.House.Scalar<string>("SELECT lower(Id) FROM public_site_help_requests ORDER BY Id DESC LIMIT 1");
    }
}
