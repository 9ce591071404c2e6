using Loim.Access.Auditing;
using Loim.Core.Tests.Data;
using Microsoft.Data.Sqlite;

namespace Loim.Core.Tests.Auditing;

/// <summary>A small audit on a real database: nine rows, checkpoints over the first three and the first eight. What a test does
/// to it is taken back.</summary>
public sealed class WrittenAudit : IAsyncLifetime
{
    public const long Rows = 9;
    public const long Vouched = 8;
    private readonly TestHouse house = TestHouse.With();

    internal IReadOnlyList<Checkpoint> Checkpoints { get; private set; } = [];
    internal AuditKey Key => house.AuditKey;

    public async Task InitializeAsync()
    {
        await Note("read", Guid.CreateVersion7(), "group=NewImmigrant");
        await Note("change", null, null);
        await Note("read", Guid.CreateVersion7(), null);
        await house.Checkpoints.Keep(default);
        foreach (var action in (string[])["add", "delete", "sign-in", "read"]) { await Note(action, Guid.CreateVersion7(), "page=2"); }
        await house.Checkpoints.Keep(default);
        Checkpoints = house.CheckpointFile.Read();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    /// <summary>Verifies what somebody with the database in their hands has made of it.</summary>
    internal Verdict After(Action<SqliteConnection> tampering, IReadOnlyList<Checkpoint>? checkpoints = null)
    {
        using var connection = house.Store.Open();
        using var taken = connection.BeginTransaction();
        foreach (var trigger in (string[])["stays", "holds", "forgets"]) { Run(connection, $"DROP TRIGGER house_audit_{trigger}"); }
        tampering(connection);
        var file = checkpoints ?? Checkpoints;
        return new AuditVerifier(file, Key.HasSigned).Verify(new AuditRows(connection), () => file);
    }

    internal Verdict After(string sql) => After(connection => Run(connection, sql));

    public static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Computes every hash anew, as the house would: whoever can write the file can do so.</summary>
    internal static void Forge(SqliteConnection connection)
    {
        var hash = AuditChain.Beginning;
        foreach (var row in new AuditRows(connection).From(1).ToList())
        {
            hash = AuditChain.Next(hash, row.Covered);
            Run(connection, $"UPDATE house_audit SET Hash = '{hash}' WHERE Number = {row.Number}");
        }
    }

    private async Task Note(string action, Guid? person, string? detail)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Audit.Note([new AuditEntry
        {
            Account = Guid.CreateVersion7(), Who = "Mari O'Connež", Role = "case-manager", Action = action, Page = "GET /people", Purpose = "people.read",
            Person = person, What = "people_people", Detail = detail,
        }], default);
    }
}
