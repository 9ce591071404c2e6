using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Module = Loim.Modules.Module;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>One house with every module of the core and of all plugins, filled with its demonstrations, every personal value a canary.</summary>
public sealed class MatrixHouse() : WebHouse(TestHouse.In(Cast.Town, All())), IAsyncLifetime
{
    private readonly ConcurrentQueue<string> logged = [];

    internal Planted Planted { get; private set; } = default!;
    internal IReadOnlyList<Door> Doors { get; private set; } = default!;
    public string Logged => string.Join('\n', logged) + string.Join('\n', Faults.Recent);

    public override async Task InitializeAsync()
    {
        var scenery = new Scenery(40, 2025, new(2025, 9, 15), new Random(1));
        await House.As(Loim.Access.Viewer.House, async s =>
        {
            foreach (var module in s.GetServices<IDemonstration>()) { await module.Add(scenery, default); }
        });
        Planted = await House.As(Loim.Access.Viewer.House, s => Loim.Plugins.Tests.Matrix.Planted.Into(s, House.Modules));
        await base.InitializeAsync();
        var codes = new List<string>();
        await InScope(s => { codes.AddRange(s.GetServices<IIndicator>().Select(i => i.Code)); return Task.CompletedTask; });
        Doors = new Doors(Planted, ["2025-Q3", "people", "administrator", "et", .. codes]).Of(Services.GetRequiredService<EndpointDataSource>());
    }

    protected override void Log(ILoggingBuilder logs) => logs.SetMinimumLevel(LogLevel.Information).AddProvider(new Listener(logged));

    /// <summary>The answer as text: a workbook or another archive as the texts of its parts.</summary>
    public static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!bytes.AsSpan().StartsWith("PK"u8)) { return $"{answer.Headers}\n{Encoding.UTF8.GetString(bytes)}"; }
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', archive.Entries.Select(e => { using var reader = new StreamReader(e.Open()); return reader.ReadToEnd(); }));
    }

    /// <summary>Of the core and of every plugin built beside the tests.</summary>
    private static Module[] All() => [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
        .Where(file => !Path.GetFileName(file).StartsWith("Loim.", StringComparison.Ordinal)).Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)))
        .Where(a => a.GetReferencedAssemblies().Any(r => r.Name == typeof(Module).Assembly.GetName().Name)).Append(typeof(Module).Assembly)
        .SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract).Select(t => (Module)Activator.CreateInstance(t)!)];

    private sealed class Listener(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => logged.Enqueue(formatter(state, exception) + exception);
        public void Dispose() { }
    }
}
