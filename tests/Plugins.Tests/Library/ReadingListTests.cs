using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Microsoft.Extensions.DependencyInjection;
using Rakvere.Library;
using Rakvere.Library.Activities;
using Rakvere.Library.Catalogues;
using Rakvere.Library.Catalogues.Collections;

namespace Loim.Plugins.Tests.Library;

/// <summary>Titles come from a real catalogue onto the list of a café; when the catalogue is gone, all else stays.</summary>
public sealed class ReadingListTests : IAsyncLifetime
{
    private CatalogueProcess catalogue = default!;
    private WebHouse web = default!;
    private Collection shelf = default!;
    private Guid cafe;

    public async Task InitializeAsync()
    {
        catalogue = await CatalogueProcess.Start();
        var house = TestHouse.With(new Dictionary<string, string?> { ["library:Catalogue"] = catalogue.Address.ToString() }, new LibraryModule());
        web = WebHouse.Of(house);
        await web.InitializeAsync();
        shelf = new Collection { Name = "Lihtsad lood", Language = "et", Level = "25" };
        cafe = await house.As(Viewer.House, s => s.GetRequiredService<ActivityBook>().Enter(new()
        {
            Kind = EventKind.LanguageCafe, Day = new(2025, 9, 9), Start = new(17, 30), End = new(19, 0), Room = "Saal", Language = "et", Partner = "Linn", Attended = new(1, 1),
        }));
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<LibraryDb>().Add(shelf)));
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        catalogue.Dispose();
    }

    [Fact]
    public async Task Titles_are_chosen_from_the_catalogue_and_taken_off_again()
    {
        using var browser = web.Open("et", LibraryHouse.Staff);
        (await browser.Page($"/library/collections/{shelf.Id}")).QuerySelectorAll(".todo li").Length.ShouldBe(Catalogue.PageSize);
        var path = $"/library/activities/{cafe}/reading?Collection={shelf.Id}";
        var form = await browser.Page(path);
        var first = form.QuerySelector<IHtmlInputElement>("input[name=Titles]")!.Value;
        using var saved = await browser.Post(form, path, "reading", ("Titles", first));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var page = await browser.Page($"/library/activities/{cafe}");
        page.QuerySelector(".todo li")!.TextContent.ShouldContain("How to program a computer");
        (await browser.Page(path)).QuerySelectorAll<IHtmlInputElement>("input[name=Titles]").Select(i => i.Value).ShouldNotContain(first);
        using var removed = await browser.Post(page, $"/library/activities/{cafe}", "reading", ("remove", page.QuerySelector("button[name=remove]")!.GetAttribute("value")!));
        (await browser.Page($"/library/activities/{cafe}")).QuerySelector(".todo").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_recommended_is_read_by_whoever_was_there_without_signing_in()
    {
        using var guest = web.Open("uk", null);
        (await guest.Page("/library/reading")).QuerySelector(".empty").ShouldNotBeNull("nothing is recommended yet");
        await web.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<LibraryDb>().Add(new ReadingTitle { ActivityId = cafe, Number = "1", Name = "Kiri vanaemale", Origin = "2019" })));
        using var staff = web.Open("et", LibraryHouse.Staff);
        var page = (await staff.Page($"/library/activities/{cafe}")).QuerySelector("main a[href^='/library/reading/']")!.GetAttribute("href")!;
        var shown = await guest.Page(page);
        shown.QuerySelector("main")!.TextContent.ShouldContain("Kiri vanaemale");
        shown.QuerySelector("main")!.TextContent.ShouldNotContain("Linn", Case.Sensitive, "how it was held is the library's");
        var list = await guest.Page("/library/reading");
        list.QuerySelector($"main a[href='{page}']").ShouldNotBeNull();
        list.QuerySelector("a[href='/library/reading']").ShouldNotBeNull("it stands in the public menu");
        (await guest.Get($"/library/reading/{cafe}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it goes by the event");
        (await guest.Get($"/library/activities/{cafe}")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_catalogue_that_is_down_is_a_notice_and_no_error()
    {
        using var browser = web.Open("uk", LibraryHouse.Staff);
        var path = $"/library/activities/{cafe}/reading?Collection={shelf.Id}";
        var form = await browser.Page(path);
        catalogue.Dispose();
        (await browser.Page($"/library/collections/{shelf.Id}")).QuerySelector(".notice.warn")!.TextContent.ShouldContain("Каталог зараз не відповідає");
        (await browser.Page(path)).QuerySelector(".notice.warn").ShouldNotBeNull();
        using var answer = await browser.Post(form, path, "reading", ("Titles", "1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "what was chosen cannot be looked up");
        (await Browser.Read(answer)).QuerySelector(".notice.warn").ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_an_address_the_page_says_who_sets_it()
    {
        await using var house = TestHouse.With(new LibraryModule());
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<LibraryDb>().Add(new Collection { Id = shelf.Id, Name = "A", Language = "et", Level = "A1" })));
        var other = WebHouse.Of(house);
        await other.InitializeAsync();
        using var browser = other.Open("en", LibraryHouse.Staff);
        (await browser.Page($"/library/collections/{shelf.Id}")).QuerySelector("main .notice")!.TextContent.ShouldContain("no address");
    }
}
