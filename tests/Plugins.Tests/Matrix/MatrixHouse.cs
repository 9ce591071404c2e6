using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Modules;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Module = Loim.Modules.Module;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>One house with every module of the core and of all plugins, filled with its demonstrations, every personal value a canary.</summary>
public sealed class MatrixHouse() : WebHouse(TestHouse.In(Cast.Town, All())), IAsyncLifetime
{
    private readonly ConcurrentQueue<string> logged = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<Walk>>> walks = [];

    internal Planted Planted { get; private set; } = default!;
    internal IReadOnlyList<Door> Doors { get; private set; } = default!;
    public string Logged => string.Join('\n', logged) + string.Join('\n', Faults.Recent);

    public override async Task InitializeAsync()
    {
        var scenery = new Scenery(40, 2025, new(2025, 9, 15), new Random(1));
        await House.As(Loim.Access.Viewer.House, async s =>
        {
            foreach (var module in s.GetServices<IDemonstration>().OrderBy(d => d.IsLast)) { await module.Add(scenery, default); }
        });
        // One request for help has been taken, and opinions are of an event that is looked at.
        House.Scalar<int>($"UPDATE public_site_help_requests SET TakenBy = '{Sql("case-manager")}' WHERE rowid = 1 RETURNING 1");
        House.Scalar<int>("UPDATE events_events SET State = 1, Newcomers = 3, Locals = 2 WHERE Id = (SELECT min(Id) FROM events_events) RETURNING 1");
        House.Scalar<int>("UPDATE events_feedbacks SET EventId = (SELECT min(Id) FROM events_events) RETURNING 1");
        // A case that is shut has a goal with its steps and a note like any other, and somebody has kept a note to themselves.
        var (shut, note) = ("(SELECT Id FROM cases_cases WHERE Owner <> (SELECT Owner FROM cases_cases GROUP BY Owner ORDER BY count(*) DESC LIMIT 1) LIMIT 1)", "(SELECT min(Id) FROM cases_notes)");
        House.Scalar<int>($"UPDATE cases_steps SET CaseId = {shut} WHERE GoalId = (SELECT min(Id) FROM cases_goals) RETURNING 1");
        House.Scalar<int>($"UPDATE cases_goals SET CaseId = {shut} WHERE Id = (SELECT min(Id) FROM cases_goals) RETURNING 1");
        House.Scalar<int>($"UPDATE cases_notes SET CaseId = {shut} WHERE Id = {note} RETURNING 1");
        House.Scalar<int>($"UPDATE cases_notes SET Level = 'Author', Author = '{Sql("colleague")}' WHERE Id = (SELECT max(n.Id) FROM cases_notes n JOIN cases_cases c ON c.Id = n.CaseId WHERE NOT c.IsConfidential) RETURNING 1");
        Planted = await House.As(Loim.Access.Viewer.House, s => Loim.Plugins.Tests.Matrix.Planted.Into(s, House.Modules));
        await base.InitializeAsync();
        var codes = new List<string>();
        await InScope(s => { codes.AddRange(s.GetServices<IIndicator>().Select(i => i.Code)); return Task.CompletedTask; });
        Doors = new Doors(Planted, ["2025-Q3", "people", "administrator", "et", .. codes]).Of(Services.GetRequiredService<EndpointDataSource>());
    }

    private static string Sql(string account) => Scenery.AccountOf(account).ToString().ToUpperInvariant();

    /// <summary>What this one comes upon; walked once.</summary>
    internal Task<Walk> Walk(string name) => walks.GetOrAdd(name, n => new(() => Walked(Cast.All.Single(p => p.Name == n)))).Value;

    /// <summary>Sends the forms that others found on pages which are shut to this one.</summary>
    /// <returns>What did not stay as it was.</returns>
    internal async Task<IReadOnlyList<string>> Replay(string name)
    {
        var who = Cast.All.Single(p => p.Name == name);
        var own = await Walk(name);
        var others = new List<SentForm>();
        foreach (var other in Cast.All.Where(p => p != who)) { others.AddRange((await Walk(other.Name)).Forms); }
        return await Send(who, others.Where(f => !own.Opened.Contains(f.Path)).DistinctBy(f => (f.Name, f.Path)), shut: true);
    }

    /// <summary>Sends this one's own forms without their token.</summary>
    internal async Task<IReadOnlyList<string>> WithoutToken(string name)
    {
        var own = await Walk(name);
        return await Send(Cast.All.Single(p => p.Name == name), own.Forms.DistinctBy(f => f.Name), shut: false);
    }

    private async Task<IReadOnlyList<string>> Send(Played who, IEnumerable<SentForm> forms, bool shut)
    {
        using var browser = who.Open(this);
        var token = shut ? (await browser.Page("/accounts/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value") : null;
        if (shut) { using var good = await browser.Send("/accounts/sign-out", [new(SentForm.TokenField, token!)]); good.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the token is good"); }
        var (before, wrong) = (Rows(), new List<string>());
        foreach (var form in forms)
        {
            using var answer = await browser.Send(form.Path, form.With(token));
            var refused = shut ? Matrix.Walk.IsShut(answer) || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest : answer.StatusCode == HttpStatusCode.BadRequest;
            if (!refused) { wrong.Add($"{form.Name} as {who}: {(int)answer.StatusCode} {answer.Headers.Location}"); }
            wrong.AddRange(Planted.In(await TextOf(answer)).Where(c => !WhoMaySee.Sees(who.Viewer, c, Planted)).Select(c => $"{form.Name} shows {c.Field} to {who}"));
        }
        return [.. wrong.Concat(Changes(before, Rows())).Distinct()];
    }

    private async Task<Walk> Walked(Played who)
    {
        var before = Rows();
        using var browser = who.Open(this);
        var walk = await Matrix.Walk.Of(who, browser, this);
        walk.Changed = string.Join(", ", Changes(before, Rows()));
        return walk;
    }

    internal static IEnumerable<string> Changes(Dictionary<string, string> before, Dictionary<string, string> after) =>
        after.Where(t => before[t.Key] != t.Value).Select(t => $"{t.Key} changed");

    /// <summary>A hash of each table, but for what is written about requests.</summary>
    internal Dictionary<string, string> Rows()
    {
        using var connection = House.Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'house_audit%' AND name <> 'house_drafts' AND name NOT LIKE '%trigrams%'";
        var tables = new List<string>();
        using (var names = command.ExecuteReader()) { while (names.Read()) { tables.Add(names.GetString(0)); } }
        return tables.ToDictionary(t => t, t => Hash(command, t));
    }

    private static string Hash(SqliteCommand command, string table)
    {
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = command.ExecuteReader();
        var values = new object[rows.FieldCount];
        while (rows.Read())
        {
            rows.GetValues(values);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', values)));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
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
    internal static Module[] All() => [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
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

[CollectionDefinition(Name)]
public sealed class MatrixCollection : ICollectionFixture<MatrixHouse>
{
    public const string Name = "matrix";
}
