using System.Data;
using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>
/// A connection that is lent again and again, and prepares each SQL text once: the short queries of a page need not be
/// parsed and planned anew for every reader.
/// </summary>
/// <param name="giveBack">Says whether the connection may live on.</param>
internal sealed class KeptConnection(string connectionString, Func<KeptConnection, bool> giveBack) : SqliteConnection(connectionString)
{
    /// <summary>More texts than that are made on the fly: they are forgotten together, and learnt again.</summary>
    private const int MostTexts = 100;

    private readonly Dictionary<string, Statement> statements = [];
    private bool lent;

    public KeptConnection Lent()
    {
        lent = true;
        return this;
    }

    public override SqliteCommand CreateCommand() => new Command(this);

    protected override void Dispose(bool disposing)
    {
        var mayLive = lent && Transaction is null && statements.Values.All(s => s.IsIdle);
        lent = false;
        if (disposing && mayLive && giveBack(this)) { return; }
        base.Dispose(disposing);
    }

    /// <returns>Null while the same text is being read.</returns>
    private Statement? Prepared(string text)
    {
        if (statements.TryGetValue(text, out var known)) { return known.IsIdle ? known : null; }
        if (statements.Count == MostTexts && statements.Values.All(s => s.IsIdle))
        {
            foreach (var old in statements.Values) { old.Dispose(); }
            statements.Clear();
        }
        return statements[text] = new Statement { Connection = this, CommandText = text };
    }

    private sealed class Statement : SqliteCommand
    {
        public bool IsIdle => DataReader is null;
    }

    private sealed class Command : SqliteCommand
    {
        private readonly KeptConnection kept;

        public Command(KeptConnection kept)
        {
            this.kept = kept;
            (Connection, Transaction, CommandTimeout) = (kept, kept.Transaction, kept.DefaultTimeout);
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (kept.Prepared(CommandText) is not { } statement) { return base.ExecuteReader(behavior); }
            (statement.Transaction, statement.CommandTimeout) = (Transaction, CommandTimeout);
            statement.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) { statement.Parameters.Add(parameter); }
            return statement.ExecuteReader(behavior);
        }
    }
}
