using System.Text.Json;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>Whatever lies among the plugins, the command line does what was asked, or says in one sentence why not.</summary>
public sealed class CommandLineTests : IDisposable
{
    /// <summary>Everything that can be wrong with a plugin; those whose start hangs only cost time.</summary>
    private static readonly string[] Broken =
    [
        "AsyncVoidThrows", "BackgroundThrows", "BadArgument", "BadConstraint", "BadEndpoint", "BadSettings", "ConstructorThrows", "DuplicateId", "DuplicateRoute",
        "EndpointWithoutPermission", "ForeignRoute", "HandlerThrows", "JobThrows", "MappingThrows", "MigrationThrows", "MissingMember", "MissingType",
        "OtherContract", "PageThrows", "PageWithoutPermission", "PersonsWithoutPurpose", "ServicesThrow", "StartThrows", "StoresPersons", "UnknownRequirement",
        "UnresolvableInjection", "UnresolvableService", "Torn", "Nowhere",
    ];

    private readonly TestFolders folders = new([.. Broken, "Healthy"], [.. Broken.Select(Modules.Module.Kebab), "healthy", "people", "programme", "cases"]);

    public CommandLineTests() => folders.Install("Torn", [1, 2, 3]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Beside_broken_plugins_every_verb_does_its_work()
    {
        (await Run("user", "add", "somebody@example.org", "--role", "administrator", "--deployment", folders.Deployment)).ShouldStartWith("One-time password");
        JsonDocument.Parse(await Run("indicators", "--period", "2025-Q3", "--json")).RootElement.ValueKind.ShouldNotBe(JsonValueKind.Null);
        (await Run("seed", "--people", "10", "--year", "2025", "--random-seed", "1")).ShouldNotBeEmpty();
        var file = Path.Combine(folders.Data, "..", "copy.db");
        (await Run("backup", file)).ShouldContain("is a verified copy");
        (await Run("restore", file)).ShouldStartWith("Restored.");
    }

    [Fact]
    public async Task Beside_broken_plugins_the_modules_are_listed_and_switched()
    {
        await using var host = await HostProcess.Start(folders);
        var list = JsonDocument.Parse(await Run("modules", "list", "--json")).RootElement.EnumerateArray()
            .ToDictionary(m => m.GetProperty("id").GetString()!, m => m.GetProperty("state").GetString());
        list["healthy"].ShouldBe("On");
        list["services-throw"].ShouldBe("Failed");
        list["MissingMember"].ShouldBe("Refused");
        (await Run("modules", "off", "healthy")).ShouldBe("healthy is off.");
        (await Run("modules", "reload")).ShouldBe("Built anew.");
        var (code, output, error) = await HostProcess.Run("modules", "on", "services-throw", "--data", folders.Data);
        (code, output).ShouldBe((1, ""));
        error.ShouldBe("services-throw: services: InvalidOperationException: asked to fail");
    }

    private async Task<string> Run(params string[] words)
    {
        var (code, output, error) = await HostProcess.Run([.. words, "--data", folders.Data, "--plugins", folders.Plugins]);
        (code, error).ShouldBe((0, ""));
        return output;
    }
}
