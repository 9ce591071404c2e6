using System.Net;
using System.Text.Json;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.People;
using Loim.People.Register;
using Loim.Tracker;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Tracker;

/// <summary>What the state's data tracker is told, and who is told nothing.</summary>
public sealed class TrackerTests : IAsyncLifetime
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Code = "59501010017";
    private readonly TestHouse house = TestHouse.With(new Dictionary<string, string?> { ["tracker:Key"] = Key, ["tracker:RegistryCode"] = "75025973" }, new TrackerModule());
    private readonly WebHouse web;
    private readonly Guid person = Guid.CreateVersion7();

    public TrackerTests() => web = new WebHouse(house);

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        {
            var it = new Person { Id = person, GivenName = new("Õie"), FamilyName = new("Tamm"), TargetGroup = TargetGroup.NewImmigrant, Language = SpokenLanguage.Ukrainian, AddedAt = house.Clock.GetUtcNow().UtcDateTime };
            PersonalCode.TryParse(Code, out var code).ShouldBeTrue();
            it.Identify(null, code, s.GetRequiredService<BlindIndex>()).ShouldBeTrue();
            s.GetRequiredService<PeopleDb>().Add(it);
        }));
        for (var i = 0; i < 5; i++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            await Note(i % 2 == 0 ? "read" : "change", person);
        }
        await Note("read", Guid.CreateVersion7());
        await Note("audit", person);
        await Note("read", null);
    }

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task The_subject_learns_what_the_institution_did_newest_first_and_nobody_s_name()
    {
        var (status, body) = await Ask($"findUsage?userCode=EE{Code}");
        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldNotContain("Mari");
        body.ShouldNotContain("Tamm");
        var answer = JsonDocument.Parse(body).RootElement;
        answer.GetProperty("totalUsages").GetInt32().ShouldBe(5);
        var usages = answer.GetProperty("usages").EnumerateArray().ToList();
        usages.Select(u => u.GetProperty("logtime").GetString()).ShouldBe(["2025-09-20T09:00:00+03:00", "2025-09-19T09:00:00+03:00", "2025-09-18T09:00:00+03:00", "2025-09-17T09:00:00+03:00", "2025-09-16T09:00:00+03:00"]);
        usages[0].GetProperty("action").GetString().ShouldBe("Andmete vaatamine: Kasutajate ja rollide haldamine");
        usages[0].GetProperty("receiverCode").GetString().ShouldBe("75025973");
        usages[0].GetProperty("receiverName").GetString().ShouldBe("Rakvere linn");
        usages[0].EnumerateObject().Select(p => p.Name).ShouldBe(["logtime", "action", "receiverCode", "receiverName", "receiverSystem"]);
    }

    [Theory]
    [InlineData("&limit=2", 5, 2)]
    [InlineData("&limit=2&offset=4", 5, 1)]
    [InlineData("&offset=5", 5, 0)]
    [InlineData("&periodStart=2025-09-18T00:00:00&periodEnd=2025-09-19T09:00:00", 2, 2)]
    [InlineData("&periodStart=2025-09-20T06:00:00Z", 1, 1)]
    [InlineData("&periodStart=2025-09-20T09:00:00%2B03:00", 1, 1)]
    [InlineData("&periodEnd=2025-09-15T00:00:00", 0, 0)]
    public async Task It_is_asked_for_by_period_and_page_by_page(string more, int total, int shown)
    {
        var answer = JsonDocument.Parse((await Ask($"findUsage?userCode={Code}{more}")).Body).RootElement;
        (answer.GetProperty("totalUsages").GetInt32(), answer.GetProperty("usages").GetArrayLength()).ShouldBe((total, shown));
    }

    [Theory]
    [InlineData("findUsage?userCode=59501010388", HttpStatusCode.OK)]
    [InlineData("findUsage?userCode=LV59501010017", HttpStatusCode.OK)]
    [InlineData("findUsage", HttpStatusCode.BadRequest)]
    [InlineData("findUsage?userCode=59501010017&periodStart=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("findUsage?userCode=59501010017&limit=-1", HttpStatusCode.BadRequest)]
    public async Task Whoever_is_not_on_record_has_no_usages_and_what_breaks_the_protocol_is_said(string path, HttpStatusCode expected)
    {
        var (status, body) = await Ask(path);
        status.ShouldBe(expected);
        if (status == HttpStatusCode.OK) { body.ShouldBe("""{"totalUsages":0,"usages":[]}"""); }
    }

    [Fact]
    public async Task Without_the_asker_or_the_key_nothing_is_answered()
    {
        (await Ask($"findUsage?userCode={Code}", asker: null)).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var path in (string[])[$"findUsage?userCode={Code}", "usagePeriod", "heartbeat"])
        {
            (await Ask(path, key: Key[..^1] + "0")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        new TrackerKey(null).Opens("").ShouldBeFalse();
        new TrackerKey("short").Opens("short").ShouldBeFalse();
    }

    [Fact]
    public async Task It_says_since_when_it_knows_and_that_it_is_alive()
    {
        (await Ask("usagePeriod")).Body.ShouldBe("""{"periodStart":"2025-09-15T09:00:00+03:00"}""");
        (await Ask("heartbeat")).Body.ShouldBe("""{"status":"OK"}""");
    }

    [Fact]
    public async Task What_it_was_told_is_in_the_audit_without_code_and_key()
    {
        await Ask($"findUsage?userCode={Code}");
        house.Scalar<string>("SELECT Action || '|' || Who || '|' || Page || '|' || lower(Person) || '|' || What || coalesce(Detail, '') FROM house_audit ORDER BY Number DESC LIMIT 1")
            .ShouldBe($"tracked|Andmejälgija|GET /tracker/…/v2/findUsage|{person}|5 rows");
    }

    private async Task<(HttpStatusCode Status, string Body)> Ask(string path, string key = Key, string? asker = "EE59501010017")
    {
        using var browser = web.Open("et", null);
        using var answer = await browser.Get($"/tracker/{key}/v2/{path}", asker is null ? [] : [("X-Road-UserId", asker)]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task Note(string action, Guid? about) =>
        house.Audit.Note([new AuditEntry { Account = Guid.CreateVersion7(), Who = "Mari", Action = action, Page = "GET /people", Purpose = "accounts.manage", Person = about }], default);
}
