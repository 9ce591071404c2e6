using System.Net;
using AngleSharp.Dom;
using Loim.Core.Tests.Web;

namespace Loim.Plugins.Tests.Library;

/// <summary>A course from its opening to the joint record, as staff walk it.</summary>
public sealed class CoursePageTests(LibraryHouse house) : IClassFixture<LibraryHouse>
{
    [Fact]
    public async Task A_course_is_opened_taught_checked_and_ended()
    {
        using var browser = house.Open("et", LibraryHouse.Staff);
        var course = await Post(browser, "/library/courses/new", "course",
            ("Title", "Digioskused"), ("From", "1.8.2025"), ("Until", "12.9.2025"), ("Language", "et"), ("Room", "Saal"), ("Places", "1"));
        await Post(browser, $"{course}/enrol", "learner", ("Skills", "mail"), ("Language", "uk"));
        var page = await browser.Page(course);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("alustaja");
        page.QuerySelector($"a[href='{course}/enrol']").ShouldBeNull("the only place is taken");
        var learner = page.QuerySelector("tbody a")!.GetAttribute("href")!;
        var early = await browser.Page($"{course}/finish");
        (early.QuerySelector(".notice.warn"), early.GetElementById("finish-Day")).ShouldSatisfyAllConditions(s => s.Item1.ShouldNotBeNull(), s => s.Item2.ShouldBeNull("it could only fail"));

        var form = await browser.Page(learner);
        using var checkedAgain = await browser.Post(form, learner, "outcome", ("Skills", "mail"), ("Skills", "sign"));
        checkedAgain.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Page(course)).QuerySelector("tbody .tag.good")!.TextContent.ShouldBe("põhioskused");
        await Post(browser, $"{course}/finish", "finish", ("Day", "12.9.2025"), ("Start", "17.00"), ("End", "18.30"));
        var over = await browser.Page(course);
        over.QuerySelector("tbody a").ShouldBeNull("nothing is changed any more");
        (await browser.Page(over.QuerySelector(".page-head a[href^='/library/activities/']")!.GetAttribute("href")!)).QuerySelector("h1")!.TextContent.ShouldBe("Digioskused");
        (await browser.Get(learner)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_course_is_changed_while_it_runs_and_deleted_while_nobody_is_on_it()
    {
        using var browser = house.Open("en", LibraryHouse.Staff);
        (string, string)[] typed = [("Title", "Nutitelefon"), ("From", "1.8.2025"), ("Until", "12.9.2025"), ("Language", "et"), ("Room", "Saal"), ("Places", "2")];
        var course = await Post(browser, "/library/courses/new", "course", typed);
        (await browser.Page($"{course}/change")).QuerySelector("#course-Until")!.GetAttribute("value").ShouldBe("12.09.2025");
        (await Post(browser, $"{course}/change", "course", [.. typed[..4], ("Room", "Klass"), ("Places", "3")])).ShouldEndWith(course);
        (await browser.Page(course)).QuerySelector(".page-head")!.TextContent.ShouldContain("Klass");
        (await browser.Page($"{course}/change")).QuerySelectorAll("button").Count(b => b.TextContent.Contains("Delete", StringComparison.Ordinal)).ShouldBe(1);
        await Post(browser, $"{course}/enrol", "learner", ("Skills", "mail"), ("Language", "uk"));
        await Post(browser, $"{course}/enrol", "learner", ("Skills", "mail"), ("Language", "uk"));
        var form = await browser.Page($"{course}/change");
        form.QuerySelectorAll("button").Count(b => b.TextContent.Contains("Delete", StringComparison.Ordinal)).ShouldBe(0);
        using var fewer = await browser.Post(form, $"{course}/change", "course", [.. typed[..5], ("Places", "1")]);
        (await Browser.Read(fewer)).GetElementById("course-Places-error").ShouldNotBeNull("two are on it");
        var empty = await Post(browser, "/library/courses/new", "course", typed);
        (await Post(browser, $"{empty}/change", "mistake")).ShouldEndWith("/library/courses");
        (await browser.Get(empty)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_meeting_is_not_before_the_first()
    {
        using var browser = house.Open("ru", LibraryHouse.Staff);
        var form = await browser.Page("/library/courses/new");
        using var answer = await browser.Post(form, "/library/courses/new", "course",
            ("Title", "A"), ("From", "12.9.2025"), ("Until", "1.8.2025"), ("Language", "et"), ("Room", "Saal"), ("Places", "1"));
        (await Browser.Read(answer)).GetElementById("course-Until-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_course_that_was_ended_by_mistake_is_opened_again()
    {
        using var browser = house.Open("uk", LibraryHouse.Staff);
        var course = await Taught(browser, until: "30.9.2025");
        (await browser.Page($"{course}/finish")).QuerySelector(".notice.warn b")!.TextContent.ShouldContain("30", Case.Sensitive, "it is told beforehand that more meetings are planned");
        (await browser.Page($"{course}/finish")).GetElementById("finish-Day")!.GetAttribute("value").ShouldBe("14.09.2025");
        using var ahead = await browser.Post(await browser.Page($"{course}/finish"), $"{course}/finish", "finish", ("Day", "15.9.2025"), ("Start", "17.00"), ("End", "18.30"));
        (await Browser.Read(ahead)).GetElementById("finish-End-error").ShouldNotBeNull("it is nine o'clock");
        await Post(browser, $"{course}/finish", "finish", ("Day", "12.9.2025"), ("Start", "17.00"), ("End", "18.30"));
        var joint = (await browser.Page(course)).QuerySelector(".page-head a[href^='/library/activities/']")!.GetAttribute("href")!;
        (await Post(browser, course, "reopen")).ShouldEndWith(course);
        (await browser.Get(joint)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var open = await browser.Page(course);
        open.QuerySelector("main details").ShouldBeNull("it is open");
        (await browser.Get(open.QuerySelector("tbody a")!.GetAttribute("href")!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Post(browser, $"{course}/finish", "finish", ("Day", "12.9.2025"), ("Start", "17.00"), ("End", "18.30"));
    }

    [Fact]
    public async Task A_course_that_nobody_finished_has_no_form_to_end_it()
    {
        using var browser = house.Open("et", LibraryHouse.Staff);
        var course = await Taught(browser, until: "12.9.2025");
        await Post(browser, (await browser.Page(course)).QuerySelector("tbody a")!.GetAttribute("href")!, "act", ("act", "leave"));
        var page = await browser.Page($"{course}/finish");
        page.GetElementById("finish-Day").ShouldBeNull();
        page.QuerySelector(".notice.warn a")!.GetAttribute("href").ShouldBe(new Uri(course).AbsolutePath);
    }

    /// <summary>A course with one learner, who was checked again.</summary>
    private static async Task<string> Taught(Browser browser, string until)
    {
        var course = await Post(browser, "/library/courses/new", "course",
            ("Title", "Digioskused"), ("From", "1.8.2025"), ("Until", until), ("Language", "et"), ("Room", "Saal"), ("Places", "1"));
        await Post(browser, $"{course}/enrol", "learner", ("Skills", "mail"), ("Language", "other"));
        await Post(browser, (await browser.Page(course)).QuerySelector("tbody a")!.GetAttribute("href")!, "outcome", ("Skills", "mail"), ("Skills", "sign"));
        return course;
    }

    private static async Task<string> Post(Browser browser, string path, string name, params (string, string)[] typed)
    {
        using var answer = await browser.Post(await browser.Page(path), path, name, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }
}
