using System.Net;
using Loim.Host.Tests.Houses;
using Loim.Modules;

namespace Loim.Host.Tests;

/// <summary>Each fault is a plugin under tests/Faults. The culprit is named with phase and reason, and everything else serves.</summary>
public class FaultTests
{
    /// <summary>Plugin, who is named, state, phase, part of the reason.</summary>
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "ConstructorThrows", "constructor-throws", "Failed", "constructor", "asked to fail" },
        { "ServicesThrow", "services-throw", "Failed", "services", "asked to fail" },
        { "MappingThrows", "mapping-throws", "Failed", "mapping", "asked to fail" },
        { "MigrationThrows", "migration-throws", "Failed", "migration", "nowhere" },
        { "BadSettings", "bad-settings", "Failed", "services", "between 1 and 24" },
        { "StartThrows", "start-throws", "Failed", "start", "asked to fail" },
        { "MissingMember", "MissingMember", "Refused", "load", "Motto" },
        { "MissingType", "MissingType", "Refused", "load", "Almanac" },
        { "OtherContract", "OtherContract", "Refused", "load", "2.0.0.0 of the contract; this host has 1." },
        { "DuplicateId", "DuplicateId", "Refused", "load", "people has the id of a module of Lõim" },
        { "UnresolvableService", "unresolvable-service", "Failed", "services", "IMissing" },
        { "UnresolvableInjection", "unresolvable-injection", "Refused", "rules", "IMissing" },
        { "BadConstraint", "bad-constraint", "Refused", "rules", "nonsense" },
        { "BadEndpoint", "bad-endpoint", "Refused", "rules", "/bad-endpoint/{id:nonsense} names an unknown constraint" },
        { "BadArgument", "bad-argument", "Failed", "probe", "many" },
        { "ForeignRoute", "foreign-route", "Refused", "rules", "does not lie under /foreign-route" },
        { "PageWithoutPermission", "page-without-permission", "Refused", "rules", "permission" },
        { "EndpointWithoutPermission", "endpoint-without-permission", "Refused", "rules", "permission" },
        { "DuplicateRoute", "duplicate-route", "Refused", "rules", "already" },
        { "StoresPersons", "stores-persons", "Refused", "rules", "IPersonalData" },
        { "PersonsWithoutPurpose", "persons-without-purpose", "Refused", "rules", "on what ground and how long" },
        { "UnknownRequirement", "unknown-requirement", "Refused", "requirements", "astrology" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task At_the_start_the_culprit_alone_is_left_out(string plugin, string culprit, string state, string phase, string reason)
    {
        await using var host = await TestHost.With("Healthy", plugin);
        await ShouldServeWithout(host, culprit, state, phase, reason);
        host.Faults.ShouldContain(f => f.Module == culprit && f.Phase == phase);
        (await host.Text("/health/ready")).ShouldContain($"\"id\":\"{culprit}\",\"state\":\"{state}\"");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Switching_it_on_is_refused_and_what_serves_goes_on(string plugin, string culprit, string state, string phase, string reason)
    {
        await using var host = await TestHost.On(new TestFolders(["Healthy", plugin], ["healthy"]));
        var generation = host.Switchboard.Generation;
        var outcome = await host.Switch(phase is "load" ? "" : culprit, on: true);
        if (phase is not "load" and not "constructor")
        {
            outcome.Done.ShouldBeFalse();
            outcome.Reason.ShouldNotBeNull().ShouldContain(reason);
            host.Switchboard.Generation.ShouldBe(generation);
        }
        await ShouldServeWithout(host, culprit, state, phase, reason);
    }

    [Theory]
    [InlineData("StartHangs", "start-hangs")]
    [InlineData("StartBlocks", "start-blocks")]
    public async Task A_start_that_does_not_end_is_given_up(string plugin, string culprit)
    {
        await using var host = await TestHost.With("Healthy", plugin);
        await ShouldServeWithout(host, culprit, "Failed", "start", "within 15 s");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-700)]
    public async Task A_file_that_is_no_assembly_is_named(int length)
    {
        var sound = TestFolders.BytesOf("Needy");
        var folders = new TestFolders(["Healthy", "Torn"], ["healthy"]);
        folders.Install("Torn", sound[..(length < 0 ? sound.Length + length : length)]);
        await using var host = await TestHost.On(folders);
        await ShouldServeWithout(host, "Torn", "Failed", "load", "Exception");
    }

    [Fact]
    public async Task Garbage_is_named()
    {
        var folders = new TestFolders(["Healthy", "Garbage"], ["healthy"]);
        folders.Install("Garbage", [.. Enumerable.Range(0, 5000).Select(n => (byte)(n * 7))]);
        await using var host = await TestHost.On(folders);
        await ShouldServeWithout(host, "Garbage", "Failed", "load", "BadImageFormatException");
    }

    [Fact]
    public async Task A_plugin_that_is_not_there_is_named()
    {
        await using var host = await TestHost.On(new TestFolders(["Healthy", "Nowhere"], ["healthy"]));
        await ShouldServeWithout(host, "Nowhere", "Refused", "load", "Nowhere.dll");
    }

    [Fact]
    public async Task A_fact_that_its_handler_cannot_take_is_parked()
    {
        await using var host = await TestHost.With("Healthy", "HandlerThrows");
        (await host.Post("/handler-throws/ring")).ShouldBe(HttpStatusCode.OK);
        await host.FaultOf("handler-throws", "handler, parked");
        host.Faults[0].Reason.ShouldContain("asked to fail");
        host.Status("handler-throws").State.ShouldBe(ModuleState.On);
        await ShouldServe(host);
    }

    [Theory]
    [InlineData("JobThrows", "job-throws", "job Errand")]
    [InlineData("BackgroundThrows", "background-throws", "background service")]
    public async Task Work_that_throws_is_named_and_stops_nothing(string plugin, string module, string phase)
    {
        await using var host = await TestHost.With("Healthy", plugin);
        await host.FaultOf(module, phase);
        host.Status(module).State.ShouldBe(ModuleState.On);
        await ShouldServe(host);
    }

    [Fact]
    public async Task A_page_that_throws_answers_500_and_is_named()
    {
        await using var host = await TestHost.With("Healthy", "PageThrows");
        (await host.Get("/page-throws")).ShouldBe(HttpStatusCode.InternalServerError);
        host.Faults[0].ShouldSatisfyAllConditions(f => f.Module.ShouldBe("page-throws"), f => f.Reason.ShouldContain("asked to fail"));
        await ShouldServe(host);
    }

    [Fact]
    public async Task An_exception_that_nobody_awaits_ends_nothing_and_is_named()
    {
        using var folders = new TestFolders(["Healthy", "AsyncVoidThrows"], ["healthy", "async-void-throws"]);
        await using var host = await HostProcess.Start(folders);
        (await host.Client.PostAsync(new Uri("/async-void-throws/forget", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var health = "";
        await TestHost.Until(async () => (health = await host.Client.Read("/health/ready")).Contains("stray exception"));
        health.ShouldContain("\"module\":\"async-void-throws\",\"phase\":\"stray exception\"");
        (await host.Client.GetAsync(new Uri("/healthy/number", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldServeWithout(TestHost host, string culprit, string state, string phase, string reason)
    {
        var status = host.Status(culprit);
        status.State.ToString().ShouldBe(state, status.Reason);
        status.Phase.ShouldBe(phase, status.Reason);
        status.Reason.ShouldNotBeNull().ShouldContain(reason);
        await ShouldServe(host);
    }

    private static async Task ShouldServe(TestHost host)
    {
        (await host.Get("/accounts/sign-in")).ShouldBe(HttpStatusCode.OK);
        host.Status("healthy").State.ShouldBe(ModuleState.On);
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.OK);
    }
}
