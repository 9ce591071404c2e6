using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

[Collection(TownCollection.Name)]
public sealed class CaseManagerTests(Town town)
{
    [Fact]
    public async Task Signs_in_by_the_button_of_the_demonstration_and_out_again()
    {
        await using var visit = await town.Visit();
        (await visit.Go("/")).ShouldBe(200);
        visit.Page.Url.ShouldEndWith("/public-site");
        await visit.Page.Locator("footer a[href='/accounts/sign-in']").ClickAsync();
        await visit.SignIn(Role.CaseManager);
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/", "work begins at the desk");
        await visit.Page.Locator("header details:has(form[action='/accounts/sign-out']) > summary").ClickAsync();
        await visit.Press("form[action='/accounts/sign-out'] button");
        await visit.Go("/people");
        visit.Page.Url.ShouldContain("/accounts/sign-in");
    }

    [Fact]
    public async Task Adds_a_person_finds_them_in_any_script_and_is_warned_of_a_second()
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.AddPerson("Solõmija", "Verkhovets", "Соломія Верховець");
        var person = visit.Page.Url;
        foreach (var letters in new[] { "sol", "SOLÕ", "solo", "ver", "сол", "Верх" })
        {
            await visit.Go($"/people?q={Uri.EscapeDataString(letters)}");
            (await visit.Page.Locator($"a[href='{new Uri(person).AbsolutePath}']").CountAsync()).ShouldBeGreaterThan(0, letters);
        }

        await visit.Go("/people/new");
        await visit.FillPerson("Solomija", "Verkhovets", "");
        await visit.Submit("person");
        var warning = visit.Page.Locator(".notice.warn");
        (await warning.Locator($"a[href='{new Uri(person).AbsolutePath}']").CountAsync()).ShouldBe(1, "the one who is there already is shown");
        (await visit.Field("person", "Given").InputValueAsync()).ShouldBe("Solomija", "what was typed is kept");
        await visit.Press("button[name=Anyway]");
        visit.Page.Url.ShouldNotBe(person);
        (await visit.Heading()).ShouldBe("Solomija Verkhovets");
    }

    [Fact]
    public async Task Logs_a_visit_with_several_services_on_a_line_of_the_plan()
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.AddPerson("Bohuslav", "Kamianyi", "Богуслав Камʼяний");
        await visit.Go("/cases/enquiries/new");
        await visit.Type("enquiry", "Person", "kam");
        await visit.Press("button[value='find:Person:']");
        await visit.Press(".suggest button:has-text('Kamianyi')");
        await visit.Choose("Services", "information", "application");
        await visit.Choose("Topics", "residence");
        await visit.Choose("Language", "Ukrainian");
        await visit.Choose("Minutes", "20");
        await visit.Choose("Outcome", "Solved");
        await visit.Page.Locator("form:has(#enquiry-Person) details summary").ClickAsync();
        await visit.Field("enquiry", "Line").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var line = await visit.Field("enquiry", "Line").Locator("option:checked").InnerTextAsync();
        (await visit.Submit("enquiry")).ShouldBe(200);
        var shown = await visit.Text();
        shown.ShouldContain("Bohuslav Kamianyi");
        shown.ShouldContain(line.Trim());
        visit.TakeTroubles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refers_to_mental_health_and_sees_its_state_but_nothing_behind_the_wall()
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.Refer("Lesia", "Tykhyi", "rahutu uni");
        (await visit.Text()).ShouldContain("Lesia Tykhyi");
        (await visit.Go("/mental-health")).ShouldBe(403);
    }
}
