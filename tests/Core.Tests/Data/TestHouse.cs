using System.Collections.Concurrent;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loim.Core.Tests.Data;

/// <summary>The container of a house on a real database file of its own, with the modules that a test names and those they require.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Templates = new();
    private readonly string folder = Directory.CreateTempSubdirectory("loim-test-").FullName;
    private readonly ServiceProvider services;

    private TestHouse(IReadOnlyList<Module> modules, Deployment deployment, Dictionary<string, string?> settings)
    {
        var file = Path.Combine(folder, "loim.db");
        File.Copy(Template(modules), file);
        Store = new Store(file);
        Audit = new AuditLog(Store, Clock);
        Checkpoints = new CheckpointKeeper(Audit, CheckpointFile = new CheckpointFile(Path.Combine(folder, "checkpoints")), AuditKey = AuditKey.Of(Path.Combine(folder, "keys")), Clock);
        var facts = new FactLog(Clock);
        Faults = new FaultLog(Clock, NullLogger<FaultLog>.Instance);
        Parts = new HouseParts(deployment, folder, Store, new Keyring(Path.Combine(folder, "keys")), Audit, AuditKey, Checkpoints, facts, Faults, new JobTurns(), Switchboard = new TestSwitchboard(modules), Clock,
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var container = new ServiceCollection();
        container.AddLogging().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton(Activation)
            .AddSingleton<IWebHostEnvironment>(new NoFiles());
        container.AddSingleton(Parts.Settings);
        Modules = new ModuleSet(modules);
        container.AddHouse(Parts, Modules);
        services = container.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2025, 9, 15, 9, 0, 0, TimeSpan.FromHours(3)));
    internal HouseParts Parts { get; }
    internal ModuleSet Modules { get; }
    internal Activation Activation { get; } = new();
    internal Store Store { get; }
    internal AuditLog Audit { get; }
    internal CheckpointKeeper Checkpoints { get; }
    internal CheckpointFile CheckpointFile { get; }
    internal AuditKey AuditKey { get; }
    internal FaultLog Faults { get; }
    internal TestSwitchboard Switchboard { get; }
    public IServiceProvider Services => services;

    /// <summary>A house with these modules, what they require, and those that are always on.</summary>
    public static TestHouse With(params Module[] modules) => new(Complete(modules), Rakvere, []);

    public static TestHouse With(Dictionary<string, string?> settings, params Module[] modules) => new(Complete(modules), Rakvere, settings);

    public static TestHouse In(Deployment deployment, params Module[] modules) => new(Complete(modules), deployment, []);

    public static TestHouse In(Deployment deployment, Dictionary<string, string?> settings) => new(Complete([]), deployment, settings);

    public static Deployment Rakvere { get; } = new() { Id = "rakvere", Municipality = "Rakvere linn", Owner = "Rakvere", Ehak = "0663", Phone = "555 0100", Email = "abi@rakvere.example" };

    /// <summary>Somebody with these permissions.</summary>
    public static Viewer Somebody(params string[] permissions) => Viewer.Of(Guid.CreateVersion7(), "Test Tester", null, permissions.ToHashSet());

    /// <summary>Acts in a scope of its own on behalf of the viewer.</summary>
    public async Task<T> As<T>(Viewer viewer, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer = viewer;
        return await act(scope.ServiceProvider);
    }

    public Task As(Viewer viewer, Func<IServiceProvider, Task> act) => As(viewer, async s => { await act(s); return true; });

    public T Scalar<T>(string sql)
    {
        using var connection = Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Audit.DisposeAsync();
        AuditKey.Dispose();
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static List<Module> Complete(Module[] wanted)
    {
        var core = typeof(Module).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract)
            .Select(t => (Module)Activator.CreateInstance(t)!).ToDictionary(m => m.Id);
        var modules = new Dictionary<string, Module>();
        void Add(Module module)
        {
            foreach (var id in module.Requires) { if (!modules.ContainsKey(id)) { Add(wanted.FirstOrDefault(m => m.Id == id) ?? core[id]); } }
            modules.TryAdd(module.Id, module);
        }
        foreach (var module in core.Values.Where(m => m.AlwaysOn).Concat(wanted)) { Add(module); }
        return [.. modules.Values];
    }

    private static string Template(IReadOnlyList<Module> modules)
    {
        var contexts = modules.SelectMany(ModuleSet.DbsOf).Prepend(typeof(HouseDb)).ToList();
        return Templates.GetOrAdd(string.Join('|', contexts.Select(c => c.FullName)), _ => new(() =>
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("loim-template-").FullName, "loim.db");
            using var store = new Store(file);
            new Migrator(store).Migrate(contexts);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            using var connection = store.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
            return file;
        })).Value;
    }

    /// <summary>Rendering a letter asks where static files lie; there are none.</summary>
    private sealed class NoFiles : IWebHostEnvironment
    {
        public string ApplicationName { get; set; } = "test";
        public string EnvironmentName { get; set; } = "Production";
        public string ContentRootPath { get; set; } = "/";
        public string WebRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}
