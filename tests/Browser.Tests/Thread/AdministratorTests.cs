using System.Collections.Concurrent;
using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

[Collection(TownCollection.Name)]
public sealed class AdministratorTests(Town town)
{
    [Fact]
    public async Task Switches_library_and_mental_health_off_and_on_and_nobody_loses_a_request()
    {
        await using var administrator = await town.Visit(Role.Administrator);
        using var end = new CancellationTokenSource();
        var lost = new ConcurrentQueue<string>();
        var busy = new[] { (Role.CaseManager, "/people"), (Role.Coordinator, "/programme/quarters/2025-Q3"), (Role.Organiser, "/events") }
            .Select(work => Keep(work.Item1, work.Item2, lost, end.Token)).ToArray();

        foreach (var (module, page, role) in new[] { ("library", "/library/activities", Role.Organiser), ("mental-health", "/mental-health/referred", Role.CaseManager) })
        {
            await Turn(administrator, module, "off");
            await using var user = await town.Visit(role);
            (await user.Go(page)).ShouldBe(404, "what is off is absent");
            (await user.Go("/")).ShouldBe(200);
            (await user.Page.Locator($"nav a[href='{page}']").CountAsync()).ShouldBe(0);
            await Turn(administrator, module, "on");
            (await user.Go(page)).ShouldBe(200);
        }

        await end.CancelAsync();
        var answered = (await Task.WhenAll(busy)).Sum();
        lost.ShouldBeEmpty();
        answered.ShouldBeGreaterThan(20);
    }

    private static async Task Turn(Visit administrator, string module, string turn)
    {
        await administrator.Go("/administration/modules");
        await administrator.Press($"a[href='/administration/modules/{module}/{turn}']");
        (await administrator.Press("form:has(input[name=_handler][value='turn']) button[type=submit]")).ShouldBe(200);
        await administrator.Page.Locator($"a[href='/administration/modules/{module}/{(turn == "off" ? "on" : "off")}']").WaitForAsync();
    }

    private async Task<int> Keep(Role role, string page, ConcurrentQueue<string> lost, CancellationToken until)
    {
        await using var visit = await town.Visit(role);
        var answered = 0;
        while (!until.IsCancellationRequested)
        {
            try
            {
                var status = await visit.Go(page);
                if (status == 200) { answered++; }
                else { lost.Enqueue($"{page}: {status}"); }
            }
            catch (PlaywrightException e) { lost.Enqueue($"{page}: {e.Message}"); }
        }
        return answered;
    }
}
