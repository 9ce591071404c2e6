using Loim.Browser.Tests.House;
using Loim.Browser.Tests.Thread;

namespace Loim.Browser.Tests.Forms;

[Collection(TownCollection.Name)]
public sealed class FormTests(Town town)
{
    [Fact]
    public async Task Two_forms_on_a_page_do_not_answer_for_each_other()
    {
        await using var visit = await town.Visit();
        await visit.Go("/accounts/sign-in");
        (await visit.Submit("sign-in")).ShouldBe(422);
        (await visit.Page.Locator(".error-summary").CountAsync()).ShouldBe(1);
        (await visit.Page.Locator("form:has(button[name=account]) .error, form:has(button[name=account]) .error-summary").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_is_kept_when_the_session_ends_in_mid_form()
    {
        await using var visit = await town.Visit();
        await visit.SignIn(Role.CaseManager);
        await visit.Go("/people/new");
        await visit.FillPerson("Mälu", "Püsiv", "Пам'ять Тривала");
        await visit.Context.ClearCookiesAsync(new() { NameRegex = new("^(?!lang)") });

        await visit.Submit("person");
        visit.Page.Url.ShouldContain("/accounts/sign-in");
        await visit.SignIn(Role.CaseManager);

        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/people/new");
        (await visit.Field("person", "Given").InputValueAsync()).ShouldBe("Mälu");
        (await visit.Field("person", "OwnName").InputValueAsync()).ShouldBe("Пам'ять Тривала");
        (await visit.Page.Locator("input[name=Group][value=NewImmigrant]").IsCheckedAsync()).ShouldBeTrue();
        (await visit.Submit("person")).ShouldBe(200);
        (await visit.Heading()).ShouldBe("Mälu Püsiv");
    }

    [Fact]
    public async Task Nobody_else_gets_the_draft()
    {
        await using var visit = await town.Visit();
        await visit.SignIn(Role.CaseManager);
        await visit.Go("/people/new");
        await visit.FillPerson("Salajane", "Mustand", "");
        await visit.Context.ClearCookiesAsync();
        await visit.Submit("person");
        await visit.SignIn(Role.Coordinator);
        (await visit.Page.ContentAsync()).ShouldNotContain("Salajane");
    }

    [Fact]
    public async Task A_reload_after_saving_does_not_save_again()
    {
        await using var visit = await town.Visit(Role.CaseManager);
        await visit.AddPerson("Ainus", "Kord");
        var page = visit.Page.Url;
        await visit.Page.ReloadAsync();
        visit.Page.Url.ShouldBe(page);
        await visit.Go("/people?q=Ainus");
        (await visit.Page.Locator("main tbody tr").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_plan_is_uploaded_checked_and_already_there()
    {
        await using var visit = await town.Visit(Role.Coordinator);
        await visit.Go("/programme/import");
        await visit.Field("plan", "File").SetInputFilesAsync(Path.Combine(RunningHost.Folder, "data/activity-plan-2025.csv"));
        (await visit.Submit("plan")).ShouldBe(200);
        var shown = (await visit.Text()).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        shown.ShouldContain("1 066 278,75");
        shown.ShouldContain("200 582,00");
        (await Pages.Axe.Look(visit.Page, "light")).ShouldBeEmpty();
        (await visit.Submit("plan")).ShouldBe(200);
        visit.Page.Url.ShouldContain("/programme/plan?year=2025");
    }

    [Fact]
    public async Task A_malformed_plan_names_line_and_column_and_imports_nothing()
    {
        await using var visit = await town.Visit(Role.Coordinator);
        await visit.Go("/programme/import");
        var lines = await File.ReadAllLinesAsync(Path.Combine(RunningHost.Folder, "data/activity-plan-2025.csv"));
        lines[4] = lines[4].Replace("30000", "palju");
        var broken = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));
        await visit.Field("plan", "File").SetInputFilesAsync(new FilePayload { Name = "kava.csv", MimeType = "text/csv", Buffer = broken });
        (await visit.Submit("plan")).ShouldBe(422);
        var told = await visit.Page.Locator("#plan-File-error").InnerTextAsync();
        told.ShouldContain("5");
        told.ShouldContain("budget_eur");
    }

    [Theory]
    [InlineData("kava.exe")]
    [InlineData(null)]
    public async Task A_wrong_or_missing_file_is_told_beside_the_field(string? name)
    {
        await using var visit = await town.Visit(Role.Coordinator);
        await visit.Go("/programme/import");
        if (name is not null) { await visit.Field("plan", "File").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = [65, 66] }); }
        (await visit.Submit("plan")).ShouldBe(422);
        (await visit.Page.Locator("#plan-File-error").InnerTextAsync()).ShouldNotBeEmpty();
    }
}
