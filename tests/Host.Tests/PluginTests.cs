using System.Net;
using Loim.Host.Plugins;
using Loim.Host.Tests.Houses;
using Loim.Modules;

namespace Loim.Host.Tests;

public class PluginTests
{
    [Fact]
    public async Task Without_plugins_the_shared_modules_serve()
    {
        await using var host = await TestHost.On(new TestFolders(["Healthy"], ["healthy"]), plugins: false);
        (await host.Get("/accounts/sign-in")).ShouldBe(HttpStatusCode.OK);
        host.Status("healthy").State.ShouldBe(ModuleState.Refused);
        host.Status("accounts").State.ShouldBe(ModuleState.On);
    }

    [Fact]
    public void An_unchanged_plugin_is_loaded_once()
    {
        using var folders = new TestFolders(["Healthy"], []);
        var store = new PluginStore(folders.Plugins, Path.Combine(folders.Data, "plugins"));
        var first = store.Load("Healthy", null);
        store.Load("Healthy", null).ShouldBeSameAs(first);
        first.Assembly.Location.ShouldStartWith(folders.Data);
    }

    [Fact]
    public async Task An_upgrade_takes_effect_when_the_house_is_built_anew()
    {
        await using var host = await TestHost.With("Healthy");
        var before = host.Status("healthy").Hash;
        await File.WriteAllTextAsync(Path.Combine(host.Folders.Plugins, "Healthy", "README.md"), "another version");
        (await host.Switch("", on: true)).Done.ShouldBeTrue();
        host.Status("healthy").Hash.ShouldNotBe(before);
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_upgrade_that_cannot_be_loaded_leaves_the_old_one_serving()
    {
        await using var host = await TestHost.With("Healthy");
        host.Folders.Install("Healthy", [1, 2, 3]);
        var outcome = await host.Switch("", on: true);
        outcome.Done.ShouldBeFalse();
        outcome.Reason.ShouldNotBeNull().ShouldContain("Healthy: load");
        (await host.Get("/healthy/number")).ShouldBe(HttpStatusCode.OK);
        host.Folders.Install("Healthy");
        (await host.Switch("", on: true)).Done.ShouldBeTrue();
        host.Switchboard.Modules.ShouldNotContain(m => m.Id == "Healthy");
    }

    [Fact]
    public async Task A_plugin_that_the_deployment_adds_comes_with_the_next_building()
    {
        await using var host = await TestHost.With("Healthy");
        host.Folders.Install("Needy");
        host.Folders.Describe(["Healthy", "Needy"], []);
        (await host.Switch("", on: true)).Done.ShouldBeTrue();
        host.Status("needy").State.ShouldBe(ModuleState.Off);
        (await host.Switch("needy", on: true)).Done.ShouldBeTrue();
    }

    [Fact]
    public async Task Files_that_are_not_the_pinned_ones_are_refused()
    {
        var folders = new TestFolders(["Healthy", "Needy"], ["healthy", "needy"]);
        var pin = new PluginStore(folders.Plugins, Path.Combine(folders.Data, "plugins")).Load("Needy", null).Hash;
        folders.Describe(["Healthy", "Needy"], ["healthy", "needy"], pins: new() { ["Needy"] = pin });
        var host = await TestHost.On(folders);
        host.Status("needy").State.ShouldBe(ModuleState.On);
        await host.End();
        await File.AppendAllTextAsync(Path.Combine(folders.Plugins, "Needy", "Needy.dll"), "x");
        await using var again = await TestHost.On(folders);
        again.Status("Needy").State.ShouldBe(ModuleState.Refused);
        again.Status("Needy").Reason.ShouldNotBeNull().ShouldContain(pin);
        (await again.Get("/healthy/number")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_copy_that_somebody_changed_is_not_run()
    {
        using var folders = new TestFolders(["Needy"], []);
        var copies = Path.Combine(folders.Data, "plugins");
        var first = new PluginStore(folders.Plugins, copies).Load("Needy", null);
        File.WriteAllBytes(Path.Combine(first.Folder, "Needy.dll"), [1, 2, 3]);
        var second = new PluginStore(folders.Plugins, copies).Load("Needy", null);
        second.Hash.ShouldBe(first.Hash);
        File.ReadAllBytes(Path.Combine(second.Folder, "Needy.dll")).ShouldBe(TestFolders.BytesOf("Needy"));
    }

    [Theory]
    [InlineData("../Needy")]
    [InlineData("Healthy/../Needy")]
    public void A_plugin_is_named_by_its_folder_alone(string name)
    {
        using var folders = new TestFolders(["Needy"], []);
        Should.Throw<ModuleException>(() => new PluginStore(folders.Plugins, Path.Combine(folders.Data, "plugins")).Load(name, null)).Refused.ShouldBeTrue();
    }
}
