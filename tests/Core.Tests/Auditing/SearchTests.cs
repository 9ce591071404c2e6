using System.Net;
using System.Text;
using AngleSharp.Dom;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Core.Tests.Administration.Tuned;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Auditing;

/// <summary>Who saw this person and why, what did this account touch in these 72 hours; asking is itself in the audit.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private static readonly Guid Mari = Guid.CreateVersion7();
    private static readonly Guid Client = Guid.CreateVersion7();
    private readonly TestHouse house = TestHouse.With(new TunedModule());
    private readonly WebHouse web;

    public SearchTests() => web = new WebHouse(house);

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        // Four rows a day, for forty days from 15 September 2025.
        for (var day = 0; day < 40; day++)
        {
            await Note("Mari", Mari, "read", Client, "accounts.manage");
            await Note("Mari", Mari, "change", Guid.CreateVersion7(), "administration.settings");
            await Note("=Peeter", Guid.CreateVersion7(), "read", Guid.CreateVersion7(), "administration.audit");
            await Note("Peeter", Guid.CreateVersion7(), "sign-in", null, "");
            house.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    public Task DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData("person={client}", 40)]
    [InlineData("person={client}&from=2025-09-20&until=2025-09-22", 3)]
    [InlineData("who={mari}&from=2025-09-20&until=2025-09-22", 6)]
    [InlineData("who={mari}&kind=change&from=2025-09-20&until=2025-09-22", 3)]
    [InlineData("who=Mari&from=2025-09-20&until=2025-09-22", 6)]
    [InlineData("kind=sign-in&from=2025-09-15&until=2025-09-15", 1)]
    [InlineData("module=accounts&from=2025-10-20", 5)]
    [InlineData("from=2025-10-24", 4)]
    [InlineData("until=2025-09-15", 4)]
    [InlineData("from=2026-01-01", 0)]
    [InlineData("kind=nonsense", 0)]
    public async Task The_questions_are_answered(string filter, int expected)
    {
        using var browser = web.Open("en", "administration.audit");
        var page = await browser.Page("/administration/audit?" + Filled(filter));
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_person_or_an_account_the_last_thirty_days_are_meant_and_the_page_says_so()
    {
        using var browser = web.Open("et", "administration.audit");
        var page = await browser.Page("/administration/audit");
        page.QuerySelector("#f-from")!.GetAttribute("value").ShouldBe("25.09.2025");
        page.QuerySelectorAll("tbody tr")[0].QuerySelector("a[href*='who=']").ShouldNotBeNull();
        (await browser.Page("/administration/audit?kind=read&module=accounts")).QuerySelectorAll("tbody tr")[0].TextContent.ShouldContain("õigus: Kasutajate ja rollide haldamine");
    }

    [Fact]
    public async Task Whoever_asks_is_in_the_audit_with_what_was_asked_and_without_what_was_typed()
    {
        using var browser = web.Open("et", "administration.audit");
        await browser.Page(Filled("/administration/audit?person={client}&who=39501010017&kind=read&from=2025-09-20"));
        house.Scalar<string>("SELECT Action || '|' || Purpose || '|' || substr(Detail, 34) FROM house_audit ORDER BY Number DESC LIMIT 1")
            .ShouldBe($"audit|administration.audit|who=…&person={Client}&kind=read&from=2025-09-20&page=1");
        house.Scalar<long>($"SELECT count(*) FROM house_audit WHERE Action = 'audit' AND lower(Person) = '{Client}'").ShouldBe(1);
        using var file = await browser.Get("/administration/audit.csv");
        house.Scalar<string>("SELECT What FROM house_audit ORDER BY Number DESC LIMIT 1").ShouldBe("121 rows");
    }

    [Fact]
    public async Task The_file_holds_the_same_in_words_and_no_formula()
    {
        using var browser = web.Open("et", "administration.audit");
        using var answer = await browser.Get(Filled("/administration/audit.csv?from=2025-10-24"));
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(1 + 4);
        lines[0].ShouldStartWith("\"Nr\";\"Millal\";\"Kes\"");
        lines[2].ShouldContain("\"'=Peeter\";");
        lines[4].ShouldContain($"\"vaatas\"");
        lines[4].ShouldContain($"\"{Client}\"");
    }

    [Theory]
    [InlineData("administration.audit", false)]
    [InlineData("administration.audit,people.read", true)]
    public async Task What_was_changed_of_a_person_is_for_those_who_may_see_persons(string permissions, bool shown)
    {
        await house.Audit.Note([new AuditEntry { Account = Mari, Who = "Mari", Action = "change", Page = "POST /people", Person = Client, Detail = "Basis: Work → Study" }], default);
        using var browser = web.Open("et", permissions);
        foreach (var path in (string[])["/administration/audit", "/administration/audit.csv"])
        {
            using var answer = await browser.Get($"{path}?person={Client}&kind=change");
            var text = await answer.Content.ReadAsStringAsync();
            text.ShouldContain(Client.ToString());
            text.Contains("Study", StringComparison.Ordinal).ShouldBe(shown);
        }
    }

    [Theory]
    [InlineData("administration.health")]
    [InlineData("people.read")]
    public async Task Nobody_else_sees_it(string permission)
    {
        using var browser = web.Open("en", permission);
        foreach (var path in (string[])["/administration/audit", "/administration/audit.csv"])
        {
            using var answer = await browser.Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        await house.As(TestHouse.Somebody(permission), async s => (await s.GetRequiredService<Loim.Data.HouseDb>().Audit.ToListAsync()).ShouldBeEmpty());
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+372", "\"'+372\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\0=1", "\"'\0=1\"")]
    [InlineData("O'CONNEŽ-ŠUSLIK <b>", "\"O'CONNEŽ-ŠUSLIK <b>\"")]
    [InlineData("a\";=1", "\"a\"\";=1\"")]
    public void A_cell_stays_text(string value, string cell) =>
        Encoding.UTF8.GetString(Loim.Web.CsvText.Write([[value]])[3..]).ShouldBe(cell + "\r\n");

    /// <summary>Erasure takes the details of a person, notes that it did, and leaves a chain that holds.</summary>
    [Fact]
    public async Task What_the_audit_says_of_a_person_is_exported_and_erased_and_the_chain_holds()
    {
        await house.Audit.Note([new AuditEntry { Account = Mari, Who = "Mari", Role = "case-manager", Action = "read", Page = "GET /people", Purpose = "people.read", Person = Client, Detail = "page=2" }], default);
        await house.As(Viewer.House, async s =>
        {
            var audit = s.GetServices<IPersonalData>().Single(d => d is Loim.DataProtection.HouseData);
            var exported = await audit.Export(Client, default).ToListAsync();
            exported.Count.ShouldBe(41);
            exported[^1].Values["role"].ShouldBe("case-manager");
            exported.SelectMany(r => r.Values.Values).ShouldNotContain("Mari");
            (await audit.Erase(Client, default)).ShouldBe(1);
        });
        house.Scalar<long>("SELECT count(*) FROM house_audit WHERE Detail = 'page=2' OR Detail LIKE '%page=2'").ShouldBe(0);
        house.Scalar<string>("SELECT Action || ' ' || What FROM house_audit ORDER BY Number DESC LIMIT 1").ShouldBe("erase house_audit: 1 details");
        using var connection = house.Store.Open();
        var verdict = new AuditVerifier([], _ => true).Verify(new AuditRows(connection), () => []);
        (verdict.Rows, verdict.Erased).ShouldBe((162, 1));
    }

    private static string Filled(string filter) => filter.Replace("{mari}", Mari.ToString()).Replace("{client}", Client.ToString());

    private Task Note(string who, Guid account, string action, Guid? person, string purpose) =>
        house.Audit.Note([new AuditEntry { Account = account, Who = who, Action = action, Page = "GET /administration/settings", Purpose = purpose, Person = person }], default);
}
