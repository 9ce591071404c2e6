using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>The floor's own database: persons and enquiries with the columns and indexes that the measured pages need.</summary>
internal static class FloorData
{
    private static readonly string[] Groups = ["NewImmigrant", "NewImmigrant", "PersonOfOtherBackground", "Returnee"];
    private static readonly string[] Given = ["Марічка", "Olena", "Mehmet", "Õie", "Anastasia", "Yusuf", "Liis", "Богдан"];
    private static readonly string[] Family = ["Долинна", "Koval", "Yılmaz", "Õunapuu", "Petrova", "Haddad", "Kask", "Гнатюк"];

    private const string Tables = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE people (id TEXT PRIMARY KEY, given TEXT, family TEXT, own TEXT, born TEXT, grp TEXT, language TEXT, phone TEXT, added TEXT, fold TEXT);
        CREATE INDEX people_fold ON people (fold);
        CREATE TABLE enquiries (id TEXT PRIMARY KEY, person TEXT, at TEXT, channel TEXT, language TEXT, minutes INTEGER, line TEXT, topics TEXT, who TEXT);
        CREATE INDEX enquiries_at ON enquiries (at);
        CREATE INDEX enquiries_person ON enquiries (person);
        CREATE TABLE services (id TEXT PRIMARY KEY, enquiry TEXT REFERENCES enquiries (id), service TEXT);
        CREATE INDEX services_enquiry ON services (enquiry);
        """;

    public static string ConnectionString(string file) => $"Data Source={file};Default Timeout=5;Foreign Keys=True";

    public static void Create(string file, int rows)
    {
        using var connection = new SqliteConnection(ConnectionString(file));
        connection.Open();
        Do(connection, Tables);
        using var transaction = connection.BeginTransaction();
        using var person = Insert(transaction, "INSERT INTO people VALUES ($0, $1, $2, NULL, $3, $4, 'uk', NULL, $5, $6)", 7);
        using var enquiry = Insert(transaction, "INSERT INTO enquiries VALUES ($0, $1, $2, 'Desk', 'uk', 20, 'R1', 'housing', 'worker')", 3);
        using var service = Insert(transaction, "INSERT INTO services VALUES ($0, $1, 'advice')", 2);
        for (var i = 0; i < rows; i++)
        {
            var (given, family) = (Given[i % Given.Length], $"{Family[i / 8 % Family.Length]}-{i}");
            var (id, at) = (Guid.NewGuid().ToString(), $"2025-{1 + i % 9:00}-{1 + i % 28:00} 08:00:{i % 60:00}");
            Run(person, id, given, family, $"2095-01-{1 + i % 28:00}", Groups[i % Groups.Length], at, $"{family} {given}".ToLowerInvariant());
            var asked = Guid.NewGuid().ToString();
            Run(enquiry, asked, id, at);
            Run(service, Guid.NewGuid().ToString(), asked);
        }
        transaction.Commit();
        Do(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static SqliteCommand Insert(SqliteTransaction transaction, string sql, int values)
    {
        var command = new SqliteCommand(sql, transaction.Connection, transaction);
        for (var i = 0; i < values; i++) { command.Parameters.Add(new SqliteParameter($"${i}", SqliteType.Text)); }
        return command;
    }

    private static void Run(SqliteCommand command, params string[] values)
    {
        for (var i = 0; i < values.Length; i++) { command.Parameters[i].Value = values[i]; }
        command.ExecuteNonQuery();
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
