using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.People;

public sealed class EditPersonTests(PeopleHouse people) : IClassFixture<PeopleHouse>
{
    private const string Manager = "people.read,people.write";

    private static readonly (string, string)[] Known =
    [
        ("Given", "Orysia"), ("Family", "Zahublena"), ("Group", "NewImmigrant"), ("Language", "Ukrainian"), ("Email", "orysia@example.org"),
    ];

    [Fact]
    public async Task Everything_that_is_asked_is_shown_on_the_page_and_comes_back_into_the_form()
    {
        var id = await Somebody();
        using var browser = people.Open("en", Manager);
        var edit = $"/people/{id}/edit";
        using var saved = await browser.Post(await browser.Page(edit), edit, "person",
            [.. Known, ("Phone", "5551234"), ("Channel", "Phone"), ("Area", "Moonaküla"), ("Basis", "TemporaryProtection"), ("Estonian", "A2"), ("Ukrainian", "Native"), ("OtherLanguages", "Turkish B1")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await browser.Page($"/people/{id}")).Body!.TextContent;
        foreach (var shown in new[] { "+3725551234", "telephone call", "Moonaküla", "temporary protection", "Estonian (A2), Ukrainian (native), Turkish B1" }) { page.ShouldContain(shown); }
        var form = await browser.Page(edit);
        form.QuerySelector("select[name=Basis] option[selected]")!.GetAttribute("value").ShouldBe("TemporaryProtection");
        form.QuerySelector("form details")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_who_change_at_once_the_later_is_told_what_is_stored_and_keeps_what_they_typed()
    {
        var id = await Somebody();
        var edit = $"/people/{id}/edit";
        using var first = people.Open("en", Manager);
        using var second = people.Open("en", Manager);
        var (one, other) = (await first.Page(edit), await second.Page(edit));
        using var saved = await first.Post(one, edit, "person", [.. Known, ("Phone", "5551111")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var late = await second.Post(other, edit, "person", [.. Known, ("Area", "Vanalinn")]);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = await Browser.Read(late);
        told.QuerySelector(".notice.warn dl")!.TextContent.ShouldContain("+3725551111");
        told.QuerySelector<IHtmlInputElement>("input[name=Area]")!.Value.ShouldBe("Vanalinn");
        using var knowingly = await second.Post(told, edit, "person", [.. Known, ("Phone", "5551111"), ("Area", "Vanalinn")]);
        knowingly.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await second.Page($"/people/{id}")).Body!.TextContent;
        page.ShouldContain("+3725551111");
        page.ShouldContain("Vanalinn");
    }

    [Fact]
    public async Task A_preferred_channel_needs_what_it_is_reached_by()
    {
        var edit = $"/people/{await Somebody()}/edit";
        using var browser = people.Open("en", Manager);
        using var answer = await browser.Post(await browser.Page(edit), edit, "person", [.. Known, ("Channel", "Message")]);
        (await Browser.Read(answer)).GetElementById("person-Phone-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Contact_data_are_confirmed_by_one_press_and_only_by_those_who_may_write()
    {
        var id = await Somebody();
        using var browser = people.Open("en", Manager);
        var page = await browser.Page($"/people/{id}");
        page.Body!.TextContent.ShouldContain("never");
        using var confirmed = await browser.Post(page, $"/people/{id}", "confirm");
        (await browser.Page($"/people/{id}")).Body!.TextContent.ShouldContain("15.09.2025");
        using var reader = people.Open("en", "people.read");
        (await reader.Page($"/people/{await Somebody()}")).QuerySelector("input[value=confirm]").ShouldBeNull();
    }

    private async Task<Guid> Somebody()
    {
        var person = Crowd.Person("Orysia", "Zahublena");
        person.Email = new("orysia@example.org");
        await people.House.Add(person);
        return person.Id;
    }
}
