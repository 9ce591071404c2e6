using Loim.Core.Tests.Events;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Events;
using Loim.PublicSite;
using Loim.PublicSite.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.PublicSite;

public sealed class SearchHouse() : WebHouse(new PublicSiteModule(), new EventsModule());

/// <summary>One question to all that is public: who helps, what is written, what is on.</summary>
public sealed class SearchTests(SearchHouse house) : IClassFixture<SearchHouse>
{
    [Fact]
    public async Task A_word_is_looked_for_in_help_information_and_what_is_on()
    {
        await Add();
        using var resident = house.Open("uk", permissions: null);
        (await resident.Page("/public-site")).QuerySelector("form.search")!.GetAttribute("action").ShouldBe("/public-site/search");
        (await Found(resident, "курси")).ShouldBe(["Keeleselts"]);
        (await Found(resident, "ПОСВIДКА")).ShouldBeEmpty("that is a Latin letter");
        (await Found(resident, "ПОСВІДКА")).ShouldBe(["Документи"]);
        (await Found(resident, "мовне")).ShouldBe(["Мовне кафе"]);
        (await Found(resident, "keele")).ShouldBe(["Keeleselts", "Мовне кафе"], "as it was written, too");
        (await resident.Page("/public-site/search")).QuerySelectorAll("main h2").ShouldBeEmpty("nothing was asked");
        (await resident.Page("/public-site/search?q=puudub")).QuerySelectorAll("main section h2").Length.ShouldBe(3, "each says that it has nothing");
    }

    private static async Task<string[]> Found(Browser resident, string word) =>
        [.. (await resident.Page($"/public-site/search?q={Uri.EscapeDataString(word)}")).QuerySelectorAll("main h3, main .topics b").Select(e => e.TextContent)];

    private async Task Add()
    {
        using var staff = house.Open("et", "network.read,network.write");
        using var added = await staff.Post(await staff.Page("/network/organisations/new"), "/network/organisations/new", "organisation", ("Name", "Keeleselts"), ("Sector", "Ngo"), ("OffersUk", "Мовні курси"));
        var (page, draft, cafe) = (new InfoPage { Slug = "papers" }, new InfoPage { Slug = "draft" }, Event.Draft(EventsHouse.Cafe()));
        foreach (var it in new[] { page, draft })
        {
            it.Write("et", "Dokumendid", "Load ja kaardid", "Elamisluba.", default);
            it.Write("uk", "Документи", "Дозволи", "Посвідка на проживання.", default);
        }
        page.Publish(default);
        cafe.Publish();
        await house.House.As(Loim.Access.Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        {
            s.GetRequiredService<PublicSiteDb>().AddRange(page, draft);
            s.GetRequiredService<EventsDb>().Add(cafe);
        }));
    }
}
