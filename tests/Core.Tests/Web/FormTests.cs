using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Loim.Core.Tests.Web;

/// <summary>Forms as a browser meets them.</summary>
public sealed class FormTests(WebHouse house) : IClassFixture<WebHouse>
{
    [Theory]
    [InlineData("et", "Viga: Näidisvorm – Rakvere linn – Lõim", "Vormil on 2 viga", "See väli on vaja täita")]
    [InlineData("en", "Error: Sample form – Rakvere linn – Lõim", "There are 2 problems on this form", "Fill in this field")]
    [InlineData("ru", "Ошибка: Образец формы – Rakvere linn – Lõim", "В форме 2 ошибки", "Заполните это поле")]
    [InlineData("uk", "Помилка: Зразок форми – Rakvere linn – Lõim", "У формі 2 помилки", "Заповніть це поле")]
    public async Task Mistakes_come_back_with_a_summary_and_what_was_typed(string language, string title, string heading, string message)
    {
        using var browser = house.Open(language);
        var page = await browser.Page("/samples/form");
        using var response = await browser.Post(page, "/samples/form", "sample", ("Name", ""), ("Amount", "<b>12,5</b>"), ("Channel", "phone"), ("Topics", "home"), ("Consent", "true"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var answer = await Browser.Read(response);
        answer.Title.ShouldBe(title);
        answer.DocumentElement.GetAttribute("lang").ShouldBe(language);
        var summary = answer.QuerySelector(".error-summary").ShouldNotBeNull();
        summary.HasAttribute("autofocus").ShouldBeTrue();
        summary.QuerySelector("h2")!.TextContent.ShouldBe(heading);
        foreach (var link in summary.QuerySelectorAll<IHtmlAnchorElement>("a")) { answer.GetElementById(link.Hash.TrimStart('#')).ShouldNotBeNull(); }

        var name = (IHtmlInputElement)answer.GetElementById("sample-Name")!;
        name.GetAttribute("aria-invalid").ShouldBe("true");
        name.GetAttribute("aria-describedby")!.Split(' ').Select(id => answer.GetElementById(id)!.TextContent).Last().ShouldBe(message);
        summary.QuerySelector("a")!.TextContent.ShouldEndWith($" – {message}");
        answer.QuerySelector<IHtmlInputElement>("#sample-Amount")!.Value.ShouldBe("<b>12,5</b>");
        answer.GetElementById("sample-Amount-error").ShouldNotBeNull("parts of a form in components of their own say what is wrong too");
        answer.QuerySelector<IHtmlSelectElement>("#sample-Channel")!.Value.ShouldBe("phone");
        answer.QuerySelectorAll<IHtmlInputElement>("input[name=Topics]").Single(i => i.IsChecked).Value.ShouldBe("home");
        answer.QuerySelector<IHtmlInputElement>("#sample-Consent")!.IsChecked.ShouldBeTrue();
        answer.QuerySelectorAll("[style], script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_right_redirects_and_says_so_once()
    {
        using var browser = house.Open("et");
        var page = await browser.Page("/samples/form");
        using var response = await browser.Post(page, "/samples/form", "sample", ("Name", "Mari"), ("Amount", "12,50"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldEndWith("/samples/form");
        (await browser.Page("/samples/form")).QuerySelector(".notice.good")!.TextContent.ShouldBe("Salvestatud õ");
        (await browser.Page("/samples/form")).QuerySelector(".notice.good").ShouldBeNull();
    }

    [Fact]
    public async Task A_rule_of_the_module_stands_beside_its_field()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/form");
        using var response = await browser.Post(page, "/samples/form", "sample", ("Name", "Taken"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Read(response)).GetElementById("sample-Name-error")!.TextContent.ShouldBe("This name is taken");
    }

    [Fact]
    public async Task A_step_checks_nothing_and_keeps_everything()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/form");
        using var response = await browser.Post(page, "/samples/form", "sample", ("Name", "mar dol"), ("Amount", "x"), ("step", "look"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await Browser.Read(response);
        answer.QuerySelector("output")!.TextContent.ShouldBe("step=look:mar dol");
        answer.QuerySelector<IHtmlInputElement>("#sample-Amount")!.Value.ShouldBe("x");
    }

    [Theory]
    [InlineData("open", Samples.Filling.Offers.Row, "open")]
    [InlineData("close", Samples.Filling.Offers.Row, null)]
    [InlineData("open", "0198f000-0000-7000-8000-000000000002", null)]
    [InlineData("open", Samples.Filling.Offers.Row + "," + Samples.Filling.Offers.Row, null)]
    [InlineData("_nothing", "", null)]
    public async Task Only_a_button_that_is_drawn_can_be_pressed(string name, string value, string? pressed)
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/offers");
        using var response = await browser.Post(page, "/samples/offers", "offers", (name, value));
        var answer = await Browser.Read(response);
        (answer.QuerySelector("output")?.TextContent).ShouldBe(pressed);
        response.StatusCode.ShouldBe(pressed is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK);
        if (pressed is null) { answer.QuerySelector(".error-summary h2")!.TextContent.ShouldBe("That was not done", "there is nothing on the form to correct"); }
    }

    [Fact]
    public async Task Two_forms_of_a_page_do_not_fill_each_other()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/two");
        using var response = await browser.Post(page, "/samples/two", "second", ("Name", "only mine"));
        var answer = await Browser.Read(response);
        answer.QuerySelector<IHtmlInputElement>("#first-Name")!.Value.ShouldBe("");
        answer.QuerySelector<IHtmlInputElement>("#second-Name")!.Value.ShouldBe("only mine");
        answer.QuerySelectorAll(".error-summary").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("people.csv", 10, HttpStatusCode.OK, null)]
    [InlineData("people.exe", 10, HttpStatusCode.UnprocessableEntity, "Files that end in .csv are taken")]
    [InlineData("people.csv", 1001, HttpStatusCode.UnprocessableEntity, "The file is too large: at most 1 KiB")]
    [InlineData("people.csv", 0, HttpStatusCode.UnprocessableEntity, "Choose a file")]
    public async Task A_file_is_taken_or_answered(string name, int size, HttpStatusCode status, string? message)
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/two");
        page.QuerySelector("form:has(#second-File)")!.GetAttribute("enctype").ShouldBe("multipart/form-data");
        using var response = await browser.Upload(page, "/samples/two", "second", "File", name, [.. Enumerable.Repeat((byte)'x', size)], ("Name", "x"));
        response.StatusCode.ShouldBe(status);
        var answer = await Browser.Read(response);
        answer.GetElementById("second-File-error")?.TextContent.ShouldBe(message);
        if (message is null) { answer.QuerySelector("output")!.TextContent.ShouldBe($"{name} {size}"); }
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused()
    {
        using var browser = house.Open("en");
        using var response = await browser.Post(await browser.Page("/samples/welcome"), "/samples/form", "sample", ("_handler", "sample"), ("Name", "Mari"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.Read(response)).QuerySelector("h1")!.TextContent.ShouldBe("This request could not be understood");
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_there_after_signing_in()
    {
        using var browser = house.Open("en");
        using var stranger = house.Open("en", permissions: null);
        var page = await browser.Page("/samples/two");
        using var response = await stranger.Post(page, "/samples/two", "second", ("Name", "long typed"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var back = Uri.UnescapeDataString(response.Headers.Location!.ToString().Split("returnUrl=")[1]);
        var again = await browser.Page(back);
        again.QuerySelector<IHtmlInputElement>("#second-Name")!.Value.ShouldBe("long typed");
        again.QuerySelector<IHtmlInputElement>("#first-Name")!.Value.ShouldBe("");
        again.QuerySelectorAll("form [role=status]").Single().TextContent.ShouldStartWith("What you had typed");
    }

    [Fact]
    public async Task Whoever_holds_a_form_without_being_signed_in_leaves_twenty_drafts_and_none_that_is_endless()
    {
        using var browser = house.Open("en");
        using var stranger = house.Open("en", permissions: null);
        var page = await browser.Page("/samples/two");
        foreach (var i in Enumerable.Range(0, 25))
        {
            using var kept = await stranger.Post(page, "/samples/two", "second", ("Name", $"draft {i}"));
            kept.Headers.Location!.ToString().ShouldContain("draft");
        }
        house.House.Scalar<int>("SELECT count(*) FROM house_drafts").ShouldBe(20);
        using var endless = await stranger.Post(page, "/samples/two", "second", ("Name", new string('x', 300_000)));
        endless.Headers.Location!.ToString().ShouldNotContain("draft");
    }

    [Fact]
    public async Task A_form_in_a_section_may_redirect()
    {
        using var browser = house.Open("en");
        var page = await browser.Page("/samples/desk");
        using var response = await browser.Post(page, "/samples/desk", "in-section", ("Name", "x"));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldEndWith("/samples/desk");
        house.Faults.Recent.ShouldAllBe(f => f.Reason.StartsWith("InvalidOperationException: secret insides"));
    }
}
