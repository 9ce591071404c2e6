using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>The program as it is built, from the command line to its end.</summary>
public sealed class ProcessTests : IDisposable
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private readonly TestFolders folders = new(["Healthy", "Needy"], ["healthy", "needy"]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Asked_to_end_it_finishes_the_requests_in_flight()
    {
        await using var host = await HostProcess.Start(folders);
        host.Ready.ShouldMatch(@"^Ready http://127\.0\.0\.1:\d+ in \d+ ms$");
        var held = await HeldRequest.Begin(host.Client);
        await host.AskToEnd();
        await TestHost.Until(() => Refuses(host.Client.BaseAddress!));
        held.Release();
        (await held.Answer).StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.Ended();
        host.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Asked_to_end_while_nobody_asks_anything_it_does_not_wait_for_connections()
    {
        await using var host = await HostProcess.Start(folders);
        (await host.Client.GetStringAsync(new Uri("/healthy/number", UriKind.Relative))).ShouldBe("0");
        using var silent = new TcpClient(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
        (await HostProcess.Run("modules", "off", "needy", "--data", folders.Data)).Code.ShouldBe(0);
        await host.AskToEnd();
        // Requests in flight would be given 20 s; here are none.
        await host.Ended().WaitAsync(TimeSpan.FromSeconds(15));
        host.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_command_line_waits_for_the_outcome_and_exits_by_it()
    {
        await using var host = await HostProcess.Start(folders);
        (await HostProcess.Run("modules", "off", "healthy", "--data", folders.Data)).ShouldBe((1, "", "healthy is needed by needy."));
        (await HostProcess.Run("modules", "off", "needy", "--data", folders.Data)).ShouldBe((0, "needy is off.", ""));
        (await HostProcess.Run("modules", "on", "needy", "--data", folders.Data, "--json")).ShouldBe((0, """{"done":true,"reason":null}""", ""));
        (await HostProcess.Run("modules", "reload", "--data", folders.Data)).Code.ShouldBe(0);
        var (code, output, _) = await HostProcess.Run("modules", "list", "--data", folders.Data, "--json");
        code.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.EnumerateArray().ShouldContain(m => m.GetProperty("id").GetString() == "needy" && m.GetProperty("state").GetString() == "On");
    }

    [Fact]
    public async Task Killed_it_starts_again_on_the_same_data()
    {
        await using (var host = await HostProcess.Start(folders))
        {
            (await host.Client.PostAsync(new Uri("/healthy/number", UriKind.Relative), null)).EnsureSuccessStatusCode();
            await host.Kill();
        }
        await using var again = await HostProcess.Start(folders);
        (await again.Client.GetStringAsync(new Uri("/healthy/number", UriKind.Relative))).ShouldBe("1");
    }

    [Fact]
    public async Task One_host_alone_runs_on_some_data()
    {
        await using var host = await HostProcess.Start(folders);
        var (code, output, error) = await HostProcess.Run("serve", "--data", folders.Data, "--port", "0");
        (code, output).ShouldBe((1, ""));
        error.ShouldBe($"A host runs on {folders.Data} already.");
    }

    [Fact]
    public async Task A_backup_is_taken_while_it_serves_and_restored_when_it_does_not()
    {
        var file = Path.Combine(folders.Data, "..", "copy.db");
        await using (var host = await HostProcess.Start(folders))
        {
            (await host.Client.PostAsync(new Uri("/healthy/number", UriKind.Relative), null)).EnsureSuccessStatusCode();
            (await HostProcess.Run("backup", file, "--data", folders.Data)).Code.ShouldBe(0);
            (await host.Client.PostAsync(new Uri("/healthy/number", UriKind.Relative), null)).EnsureSuccessStatusCode();
            var refused = await HostProcess.Run("restore", file, "--data", folders.Data);
            refused.ShouldBe((1, "", $"A host runs on {folders.Data}: end it first."));
            await host.AskToEnd();
            await host.Ended();
        }
        (await HostProcess.Run("restore", file, "--data", folders.Data)).Output.ShouldContain("before-restore-");
        await using var again = await HostProcess.Start(folders);
        (await again.Client.GetStringAsync(new Uri("/healthy/number", UriKind.Relative))).ShouldBe("1");
    }

    [Fact]
    public async Task What_it_writes_is_for_nobody_else()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folders.Deployment, "copies; of today")).FullName;
        await using var host = await HostProcess.Start(folders);
        (await HostProcess.Run("backup", Path.Combine(elsewhere, "copy.db"), "--data", folders.Data)).Code.ShouldBe(0);
        Directory.EnumerateFiles(elsewhere).Select(Path.GetFileName).ShouldBe(["copy.db"]);
        (await HostProcess.Run("backup", Path.Combine(folders.Deployment, "deployment.json", "copy.db"), "--data", folders.Data)).Error.Split('\n').Length.ShouldBe(1);
        var written = Directory.EnumerateFileSystemEntries(folders.Data, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(elsewhere)).Append(folders.Data).ToList();
        written.Count.ShouldBeGreaterThan(8);
        written.Where(file => (new FileInfo(file).UnixFileMode & OfOthers) != 0).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        var file = Path.Combine(folders.Deployment, "damaged.db");
        await File.WriteAllTextAsync(file, "not a database at all");
        var (code, _, error) = await HostProcess.Run("restore", file, "--data", folders.Data);
        code.ShouldBe(1);
        error.ShouldContain("not a sound database");
    }

    [Fact]
    public async Task Demonstration_and_real_data_are_not_mixed()
    {
        await using (var host = await HostProcess.Start(folders, "--demo")) { await host.Kill(); }
        var (code, _, error) = await HostProcess.Run("serve", "--data", folders.Data, "--port", "0");
        code.ShouldBe(1);
        error.ShouldContain("holds demonstration data");
        await using var again = await HostProcess.Start(folders, "--demo");
        using var real = new TestFolders([], []);
        await using (var host = await HostProcess.Start(real)) { await host.Kill(); }
        (await HostProcess.Run("serve", "--data", real.Data, "--port", "0", "--demo")).Error.ShouldContain("holds real data");
    }

    [Theory]
    [InlineData("DOTNET_ENVIRONMENT", "Production")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "production")]
    public async Task A_demonstration_is_refused_where_the_environment_is_production(string variable, string value)
    {
        var (code, error) = await HostProcess.Refused(["env", $"{variable}={value}"], folders, "--demo");
        code.ShouldBe(1);
        error.ShouldStartWith("The environment of this machine is Production");
        File.Exists(Path.Combine(folders.Data, "loim.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("modules list", "No host runs on")]
    [InlineData("modules on", "Required argument missing")]
    [InlineData("frobnicate", "Unrecognized command or argument")]
    [InlineData("backup x.db", "There is no database")]
    [InlineData("restore nowhere.db", "There is no file")]
    [InlineData("serve", "is new: say whose it shall be by --deployment")]
    [InlineData("serve --deployment atlantis", "There is no deployment atlantis")]
    [InlineData("serve --port ninety", "ninety")]
    public async Task A_mistake_is_answered_with_a_sentence(string line, string sentence)
    {
        var (code, output, error) = await HostProcess.Run([.. line.Split(' '), "--data", folders.Data]);
        (code, output).ShouldBe((1, ""));
        error.ShouldContain(sentence);
        error.Split('\n').Length.ShouldBe(1);
    }

    private static bool Refuses(Uri address)
    {
        try
        {
            using var client = new TcpClient(address.Host, address.Port);
            return false;
        }
        catch (SocketException) { return true; }
    }
}
