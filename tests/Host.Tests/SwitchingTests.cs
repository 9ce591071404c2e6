using System.Collections.Concurrent;
using System.Net;
using Loim.Data;
using Loim.Host.Tests.Houses;
using Loim.Modules;

namespace Loim.Host.Tests;

public class SwitchingTests
{
    [Fact]
    public async Task A_module_that_is_off_is_absent_and_its_data_wait()
    {
        await using var host = await TestHost.With("Healthy");
        await host.Post("/healthy/number");
        (await host.Switch("healthy", on: false)).Done.ShouldBeTrue();
        (await host.Get("/healthy")).ShouldBe(HttpStatusCode.NotFound);
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.NotFound);
        host.Status("healthy").State.ShouldBe(ModuleState.Off);
        (await host.Switch("healthy", on: true)).Done.ShouldBeTrue();
        (await host.Text("/healthy/number")).ShouldBe("1");
    }

    [Fact]
    public async Task Switching_under_load_loses_no_request()
    {
        await using var host = await TestHost.With("Healthy", "Needy");
        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentQueue<HttpStatusCode>();
        var load = Enumerable.Range(0, 8).Select(n => Ask(host, n % 2 == 0 ? "/healthy/number" : "/accounts/sign-in", answers, enough.Token)).ToList();
        var rounds = 0;
        // A switch may be over before many have asked: it goes on until they have.
        for (; rounds < 10 || answers.Count <= 200 && rounds < 1000; rounds++)
        {
            (await host.Switch("needy", on: false)).Done.ShouldBeTrue();
            (await host.Switch("needy", on: true)).Done.ShouldBeTrue();
        }
        await enough.CancelAsync();
        await Task.WhenAll(load);
        answers.ShouldAllBe(a => a == HttpStatusCode.OK, string.Join('\n', host.Faults.Select(f => $"{f.Module} {f.Phase} {f.Reason}")));
        answers.Count.ShouldBeGreaterThan(200);
        host.Switchboard.Generation.ShouldBe(1 + 2 * rounds);
    }

    [Fact]
    public async Task Wishes_of_many_are_carried_out_one_after_the_other()
    {
        await using var host = await TestHost.With("Healthy", "Needy");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => host.Switch(n % 2 == 0 ? "needy" : "", on: n % 4 == 0 || n % 2 == 1))));
        outcomes.ShouldAllBe(o => o.Done);
        var last = host.Wishes.Ruling()["needy"].On;
        host.Status("needy").State.ShouldBe(last ? ModuleState.On : ModuleState.Off);
    }

    [Fact]
    public async Task A_request_in_flight_ends_in_the_generation_where_it_began()
    {
        await using var host = await TestHost.With("Healthy");
        var held = await HeldRequest.Begin(host.Client);
        (await host.Switch("healthy", on: false)).Done.ShouldBeTrue();
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.NotFound);
        held.Release();
        (await (await held.Answer).Content.ReadAsStringAsync()).ShouldBe("held");
    }

    [Fact]
    public async Task What_others_need_cannot_be_switched_off()
    {
        await using var host = await TestHost.With("Healthy", "Needy");
        (await host.Switch("healthy", on: false)).ShouldBe(new WishOutcome(false, "healthy is needed by needy."));
        host.Status("healthy").State.ShouldBe(ModuleState.On);
    }

    [Fact]
    public async Task What_lacks_its_requirement_is_refused_with_the_reason()
    {
        await using var host = await TestHost.On(new TestFolders(["Healthy", "Needy"], []));
        var outcome = await host.Switch("needy", on: true);
        outcome.Done.ShouldBeFalse();
        outcome.Reason.ShouldNotBeNull().ShouldContain("It requires healthy, which is not on.");
        host.Status("needy").State.ShouldBe(ModuleState.Refused);
        (await host.Switch("healthy", on: true)).Done.ShouldBeTrue();
        (await host.Switch("needy", on: true)).Done.ShouldBeTrue();
        host.Status("needy").Reason.ShouldBeNull();
    }

    [Theory]
    [InlineData("accounts", false, "accounts is always on.")]
    [InlineData("astrology", true, "There is no module astrology.")]
    [InlineData("astrology", false, "There is no module astrology.")]
    public async Task What_cannot_be_is_refused(string module, bool on, string reason)
    {
        await using var host = await TestHost.With("Healthy");
        (await host.Switch(module, on)).ShouldBe(new WishOutcome(false, reason));
    }

    [Fact]
    public async Task Wishes_outlive_the_process_and_the_deployment_file_no_longer_rules()
    {
        var host = await TestHost.With("Healthy", "Needy");
        await host.Switch("needy", on: false);
        await using var again = await TestHost.On(await host.End());
        again.Status("needy").ShouldSatisfyAllConditions(s => s.State.ShouldBe(ModuleState.Off), s => s.By.ShouldBe("a test"), s => s.At.ShouldNotBeNull());
        again.Status("healthy").ShouldSatisfyAllConditions(s => s.State.ShouldBe(ModuleState.On), s => s.By.ShouldBe("deployment"));
    }

    [Fact]
    public async Task A_wish_that_the_host_did_not_come_to_is_answered_at_the_next_start()
    {
        var host = await TestHost.With("Healthy");
        var folders = await host.End();
        var waiting = await host.Wishes.Add("healthy", false, "a test");
        await using var again = await TestHost.On(folders);
        again.Wishes.OutcomeOf(waiting).ShouldNotBeNull().Done.ShouldBeFalse();
        again.Status("healthy").State.ShouldBe(ModuleState.On);
    }

    [Fact]
    public async Task Settings_come_from_the_deployment_then_from_the_table()
    {
        var folders = new TestFolders(["Healthy"], ["healthy"]);
        folders.Describe(["Healthy"], ["healthy"], settings: new { healthy = new { text = "tere" } });
        await using var host = await TestHost.On(folders);
        (await host.Text("/healthy/greeting")).ShouldBe("tere");
        using (var connection = host.Store.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO house_settings (Module, Name, Value) VALUES ('healthy', 'Text', 'tervist')";
            command.ExecuteNonQuery();
        }
        (await host.Switch("", on: true)).Done.ShouldBeTrue();
        (await host.Text("/healthy/greeting")).ShouldBe("tervist");
    }

    [Fact]
    public async Task Settings_that_the_host_refuses_never_hold()
    {
        var host = await TestHost.With("Healthy", "BadSettings");
        host.Status("bad-settings").State.ShouldBe(ModuleState.Failed);
        (await host.Set("bad-settings", "Hours", "25")).Reason.ShouldNotBeNull().ShouldContain("between 1 and 24");
        host.Status("bad-settings").State.ShouldBe(ModuleState.Failed);

        (await host.Set("bad-settings", "Hours", "12")).Done.ShouldBeTrue();
        host.Status("bad-settings").State.ShouldBe(ModuleState.On);
        (await host.Set("bad-settings", "Hours", "0")).Done.ShouldBeFalse();

        // Whoever asks next, and however, is not held up by what was refused.
        (await host.Switch("", on: true)).Done.ShouldBeTrue();
        await using var again = await TestHost.On(await host.End());
        again.Status("bad-settings").State.ShouldBe(ModuleState.On);
        new SettingTable(again.Store).All(null).ShouldBe(new Dictionary<string, string?> { ["bad-settings:Hours"] = "12" });
    }

    [Fact]
    public async Task Forms_that_were_shown_before_a_switch_can_be_sent_after_it()
    {
        await using var host = await TestHost.With("Healthy");
        var before = await host.Client.GetAsync(new Uri("/accounts/sign-in", UriKind.Relative));
        var token = System.Text.RegularExpressions.Regex.Match(await before.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        token.ShouldNotBeEmpty();
        await host.Switch("healthy", on: false);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "sign-in")]);
        var after = await host.Client.PostAsync(new Uri("/accounts/sign-in", UriKind.Relative), form);
        after.StatusCode.ShouldNotBe(HttpStatusCode.BadRequest);
    }

    private static async Task Ask(TestHost host, string path, ConcurrentQueue<HttpStatusCode> answers, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested) { answers.Enqueue(await host.Get(path)); }
    }
}
