using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

/// <summary>A family of four with one phone, in Ukrainian, without an account.</summary>
[Collection(TownCollection.Name)]
public sealed class FamilyTests(Town town)
{
    [Fact]
    public async Task Finds_an_event_takes_four_places_and_gives_them_back()
    {
        await using var phone = await town.Visit(language: "uk", width: 375);
        await phone.Go("/public-site");
        await phone.Press("main a[href='/events/on']");
        await phone.Press("a:has-text('пошук роботи')");
        (await phone.Heading()).ShouldBe("Інформаційна година: пошук роботи");

        for (var person = 2; person <= 4; person++) { (await phone.Press("button[name=step][value=add]")).ShouldBe(200); }
        foreach (var (i, name) in new[] { "Solomiia", "Yarema", "Zlata", "Myron" }.Index()) { await phone.Type("register", $"Name{i + 1}", name); }
        await phone.Field("register", "Age3").SelectOptionAsync("Child");
        await phone.Field("register", "Age4").SelectOptionAsync("SmallChild");
        await phone.Type("register", "Email", "family@example.org");
        (await phone.Submit("register")).ShouldBe(422, "without consent to keep the names nobody is written down");
        (await phone.Field("register", "Name4").InputValueAsync()).ShouldBe("Myron", "what was typed is kept");
        await phone.Field("register", "Consent").CheckAsync();
        (await phone.Submit("register")).ShouldBe(200);

        new Uri(phone.Page.Url).AbsolutePath.ShouldStartWith("/events/place/");
        var place = await phone.Page.Locator(".notice.good").InnerTextAsync();
        place.ShouldContain("4");
        (await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(375);

        await phone.Page.Locator("details:has(input[name=_handler][value='cancel']) > summary").ClickAsync();
        (await phone.Press("form:has(input[name=_handler][value='cancel']) button")).ShouldBe(200);
        (await phone.Page.Locator(".notice.good").CountAsync()).ShouldBe(0, "the places are free again");
        (await phone.Page.Locator("form:has(input[name=_handler][value='return']) button").CountAsync()).ShouldBe(1, "they may have them back");
        phone.TakeTroubles().Where(t => !t.Contains("status of 422", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
