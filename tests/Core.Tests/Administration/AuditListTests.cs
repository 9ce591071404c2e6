using AngleSharp.Dom;
using Loim.Access.Auditing;
using Loim.Core.Tests.Administration.Tuned;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Administration;

public sealed class AuditListTests : IAsyncLifetime
{
    private static readonly Guid Mari = Guid.CreateVersion7();
    private static readonly Guid Client = Guid.CreateVersion7();
    private readonly TestHouse house = TestHouse.With(new TunedModule());
    private readonly WebHouse web;

    public AuditListTests() => web = new WebHouse(house);

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        await Note("Mari", Mari, "read", Client);
        await Note("Peeter", Guid.CreateVersion7(), "change", Client);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Note("Mari", Mari, "sign-in", null);
    }

    public Task DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData("", 3)]
    [InlineData("who=Mari", 2)]
    [InlineData("who=mar", 0)]
    [InlineData("who={mari}", 2)]
    [InlineData("person={client}", 2)]
    [InlineData("person={client}&who=Mari", 1)]
    [InlineData("person=nonsense", 0)]
    [InlineData("from=2025-09-16", 1)]
    [InlineData("until=2025-09-15", 2)]
    [InlineData("from=2025-09-17", 0)]
    [InlineData("from=yesterday&page=-5", 3)]
    [InlineData("page=999", 3)]
    public async Task The_filters_narrow_the_list(string filter, int expected)
    {
        using var browser = web.Open("en", "administration.audit");
        var page = await browser.Page("/administration/audit?" + filter.Replace("{mari}", Mari.ToString()).Replace("{client}", Client.ToString()));
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(expected);
        (page.QuerySelector(".empty") is null).ShouldBe(expected > 0);
    }

    [Fact]
    public async Task The_auditors_desk_counts_the_last_days_and_leads_to_what_it_counted()
    {
        using var browser = web.Open("et", "administration.audit");
        var figures = (await browser.Page("/")).QuerySelectorAll(".desk .figure").ToDictionary(f => f.FirstElementChild!.TextContent, f => f.QuerySelector("a")!);
        (figures["Andmete vaatamisi"].TextContent, figures["Muutmisi"].TextContent, figures["Ebaõnnestunud sisselogimisi"].TextContent).ShouldBe(("1", "1", "0"));
        (await browser.Page(figures["Muutmisi"].GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("en", "saw: Audit log", "all of this person", "not signed in")]
    [InlineData("et", "vaatas: Toimingute logi", "kõik tema kohta", "sisse logimata")]
    public async Task It_speaks_in_words_and_keeps_the_address_beside_them(string language, string what, string whose, string who)
    {
        await house.Audit.Note([new AuditEntry { Account = Mari, Who = "Mari", Action = "read", Page = "GET /administration/audit?who=x", What = "list of 21 persons" }], default);
        await house.Audit.Note([new AuditEntry { Account = Guid.Empty, Who = "", Action = "sign-in-failed", Page = "POST /accounts/sign-in" }], default);
        using var browser = web.Open(language, "administration.audit");
        var rows = (await browser.Page("/administration/audit")).QuerySelectorAll("tbody tr");
        rows[0].TextContent.ShouldContain(who);
        rows[1].TextContent.ShouldContain(what);
        rows[1].TextContent.ShouldContain("21");
        rows[1].QuerySelector("details")!.TextContent.ShouldContain("GET /administration/audit?who=x");
        var link = rows[3].QuerySelector($"a[href='/administration/audit?person={Client}']")!;
        link.TextContent.ShouldContain(whose);
        link.TextContent.ShouldContain(Client.ToString()[^6..]);
        link.TextContent.ShouldNotContain(Client.ToString());
    }

    private Task Note(string who, Guid account, string action, Guid? person) =>
        house.Audit.Note([new AuditEntry { Account = account, Who = who, Action = action, Page = "GET /people", Person = person }], default);
}
