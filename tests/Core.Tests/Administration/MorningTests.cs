using Loim.Access;
using Loim.Accounts;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.DataProtection;
using Loim.DataProtection.Keeping;
using Loim.Letters;
using Loim.Letters.Outbox;
using Loim.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Administration;

/// <summary>What waits for an administrator in the morning, and nothing where nothing waits. The clock stands at 15 September 2025.</summary>
public sealed class MorningTests : IAsyncLifetime
{
    private const string Administrator = "administration.health,administration.modules,letters.read,accounts.manage,data-protection.read";
    private readonly WebHouse web = WebHouse.Of(TestHouse.With());

    public Task InitializeAsync() => web.InitializeAsync();

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task A_quiet_house_says_so_and_when_the_last_copy_was_taken()
    {
        (await Doors()).ShouldBe(["/administration/health"], "no copy was ever taken");
        Backup.Take(web.House.Parts.Store, Path.Combine(web.House.Parts.DataFolder, "elsewhere.db"));
        (await Doors()).ShouldBeEmpty();
        using var browser = web.Open("en", Administrator);
        (await browser.Page("/")).QuerySelector(".desk")!.TextContent.ShouldContain("nothing waits for you");
        File.SetLastWriteTimeUtc(Backup.MarkOf(web.House.Parts.Store), new(2025, 9, 12, 0, 0, 0, DateTimeKind.Utc));
        (await Doors()).ShouldBe(["/administration/health"]);
    }

    [Fact]
    public async Task What_waits_leads_to_where_it_is_mended()
    {
        var (now, account) = (web.House.Clock.GetUtcNow().UtcDateTime, Guid.Empty);
        await Write(s =>
        {
            s.GetRequiredService<HouseDb>().Add(new ParkedFact { Module = "people", Fact = 1, Reason = "asked to fail", At = now });
            var letter = new Letter { Kind = "PlaceLetter", Language = "et", Address = Secret.Of("pere@naide.example"), WrittenAt = now, NextTryAt = now };
            for (var i = 0; i < Letter.MostTries; i++) { letter.Fail(Hindrance.WrongAddress, null, now); }
            s.GetRequiredService<LettersDb>().Add(letter);
            var run = new KeepingRun { At = now, IsTrial = false };
            run.Lines.Add(new() { Module = "people", What = "retention.person", Days = 1, Trouble = "TimeoutException" });
            s.GetRequiredService<DataProtectionDb>().Add(run);
            var ending = new Account { Name = "lõpeb", NormalizedName = "LÕPEB", DisplayName = "Lõpeb Peagi", Until = new(2025, 9, 20) };
            account = ending.Id;
            s.GetRequiredService<AccountsDb>().AddRange(ending, new Account { Name = "jääb", NormalizedName = "JÄÄB", DisplayName = "Jääb Kauaks", Until = new(2026, 9, 20) });
        });
        web.House.Faults.Add("administration", "job SignAudit", new IOException("no room"));
        web.House.Switchboard.Modules = [.. web.House.Switchboard.Modules.Select(m => m.Id == "people" ? m with { State = ModuleState.Failed, Phase = "start", Reason = "It threw." } : m)];
        Backup.Take(web.House.Parts.Store, Path.Combine(web.House.Parts.DataFolder, "elsewhere.db"));
        (await Doors()).ShouldBe(
            ["/administration/modules?show=attention", "/administration/parked-facts", "/administration/health", "/letters/outbox?state=Failed", "/data-protection/keeping", $"/accounts/{account}"],
            ignoreOrder: true);
        using var browser = web.Open("en", Administrator);
        (await browser.Page("/")).QuerySelector(".desk details")!.TextContent.ShouldContain("It threw.");
        using var officer = web.Open("en", "data-protection.read");
        (await officer.Page("/")).QuerySelectorAll(".desk .todo a, .desk .notice a").Length.ShouldBe(1, "the others' desks are theirs");
    }

    /// <summary>Where the desk leads.</summary>
    private async Task<IReadOnlyList<string>> Doors()
    {
        using var browser = web.Open("et", Administrator);
        return [.. (await browser.Page("/")).QuerySelectorAll(".desk .todo a, .desk .notice a").Select(a => a.GetAttribute("href")!)];
    }

    private Task Write(Action<IServiceProvider> change) => web.House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s)));
}
