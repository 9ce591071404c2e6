using System.Net;
using Loim.Data;
using Loim.Host.Cli.Serve;
using Loim.Host.Data;
using Loim.Host.Plugins;
using Loim.Modules;

namespace Loim.Host.Tests.Houses;

/// <summary>The whole host in this process: real Kestrel, real switching server, real plugins, a database of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly Serving serving;

    private TestHost(TestFolders folders, Serving serving)
    {
        (Folders, this.serving) = (folders, serving);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(serving.Address) };
    }

    public TestFolders Folders { get; }
    public HttpClient Client { get; }
    public ISwitchboard Switchboard => serving.Switchboard;
    public IReadOnlyList<Fault> Faults => serving.House.Faults.Recent;
    public WishTable Wishes => serving.House.Wishes;
    public Store Store => serving.House.Store;

    public static Task<TestHost> With(params string[] plugins) => On(new TestFolders(plugins, [.. plugins.Select(Module.Kebab)]));

    public static async Task<TestHost> On(TestFolders folders, bool plugins = true) => new(folders, await Serving.Start(new ServeOptions
    {
        Folder = new DataFolder(folders.Data),
        Deployment = folders.Deployment,
        Plugins = plugins ? new PluginStore(folders.Plugins, Path.Combine(folders.Data, "plugins")) : null,
    }, CancellationToken.None));

    public ModuleStatus Status(string id) => Switchboard.Modules.Single(m => m.Id == id);

    public async Task<WishOutcome> Switch(string module, bool on) =>
        await Switchboard.Carry(await Wishes.Add(module, on, "a test"), CancellationToken.None);

    /// <summary>As the page of settings asks for it.</summary>
    public Task<WishOutcome> Set(string module, string name, string value)
    {
        using var connection = Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """INSERT INTO house_wishes (Module, "On", By, At, Settings) VALUES ('', 1, 'a test', '2025-09-15 09:00:00', $settings) RETURNING Number""";
        command.Parameters.AddWithValue("$settings", new WishedSettings(module, new Dictionary<string, string> { [name] = value }).ToJson());
        return Switchboard.Carry((long)command.ExecuteScalar()!, CancellationToken.None);
    }

    public async Task<HttpStatusCode> Get(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> Post(string path)
    {
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), null);
        return response.StatusCode;
    }

    public Task<string> Text(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Waits for something that the host does by itself.</summary>
    public static Task Until(Func<bool> met) => Until(() => Task.FromResult(met()));

    /// <summary>Waits for an answer that the host comes to by itself.</summary>
    public static async Task Until(Func<Task<bool>> met)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await met()) { await Task.Delay(20, limit.Token); }
    }

    public async Task FaultOf(string module, string phase)
    {
        try { await Until(() => Faults.Any(f => f.Module == module && f.Phase == phase)); }
        catch (OperationCanceledException) { Faults.ShouldContain(f => f.Module == module && f.Phase == phase, string.Join('\n', Faults)); }
    }

    /// <summary>Ends the host, and leaves its folders for the next one.</summary>
    public async Task<TestFolders> End()
    {
        Client.Dispose();
        await serving.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Folders;
    }

    public async ValueTask DisposeAsync() => (await End()).Dispose();
}
