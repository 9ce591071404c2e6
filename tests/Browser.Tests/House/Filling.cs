namespace Loim.Browser.Tests.House;

/// <summary>What a person does with a form, by the names of its form and fields.</summary>
internal static class Filling
{
    public static ILocator Field(this Visit visit, string form, string field) => visit.Page.Locator($"#{form}-{field}");

    public static Task Type(this Visit visit, string form, string field, string text) => visit.Field(form, field).FillAsync(text);

    /// <summary>Ticks chips, cards or radios by their values.</summary>
    public static async Task Choose(this Visit visit, string field, params string[] values)
    {
        foreach (var value in values) { await visit.Page.Locator($"input[name='{field}'][value='{value}']").CheckAsync(); }
    }

    /// <summary>Presses the form's main button and waits for the answer.</summary>
    /// <returns>Its status.</returns>
    public static Task<int> Submit(this Visit visit, string form) => visit.Press($"form:has(input[name=_handler][value='{form}']) .form-foot button.primary");

    /// <returns>The status of the page that answers, after redirects.</returns>
    public static async Task<int> Press(this Visit visit, string button)
    {
        var answer = await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Locator(button).First.ClickAsync(), r => r.Request.IsNavigationRequest && r.Status is < 300 or >= 400);
        await visit.Page.WaitForLoadStateAsync();
        return answer.Status;
    }

    public static Task<string> Heading(this Visit visit) => visit.Page.Locator("h1").InnerTextAsync();

    public static Task<string> Text(this Visit visit) => visit.Page.Locator("main").InnerTextAsync();
}
