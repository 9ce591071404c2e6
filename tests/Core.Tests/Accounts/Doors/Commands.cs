using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loim.Core.Tests.Accounts.Doors;

/// <summary>Counts what each database is asked. Made before the house: for a second, EF remembers that nobody listens.</summary>
internal sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> listening = [];
    private readonly ConcurrentDictionary<string, int> counts = [];

    private Commands() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public static Commands Listen() => new();

    public int Of(string file) => counts.GetValueOrDefault(file);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") { lock (listening) { listening.Add(value.Subscribe(this)); } }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { ExecuteMethod: not DbCommandMethod.ExecuteNonQuery } data && value.Key == RelationalEventId.CommandExecuting.Name
            && data.Command.Connection?.DataSource is { } file)
        {
            counts.AddOrUpdate(file, 1, (_, n) => n + 1);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => listening.ForEach(l => l.Dispose());
}
