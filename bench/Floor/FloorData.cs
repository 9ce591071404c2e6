using Microsoft.Data.Sqlite;

namespace Loim.Bench.Floor;

/// <summary>The product's persons and enquiries in plain tables of the floor's own, with the indexes that the measured pages need.</summary>
internal static class FloorData
{
    private const string Copy = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, own TEXT, grp TEXT, language TEXT, arrived TEXT, fold TEXT);
        CREATE TABLE enquiries (id TEXT PRIMARY KEY, day TEXT, services TEXT, topics TEXT, person TEXT, channel TEXT, language TEXT, minutes INTEGER,
            outcome TEXT, line TEXT, who TEXT);
        INSERT INTO people SELECT Id, FamilyName || ', ' || GivenName, OwnName, TargetGroup, Language, ArrivedOn, fold FROM house.people_people;
        INSERT INTO enquiries SELECT Id, Day, Services, Topics, PersonId, Channel, Language, Minutes, Outcome, PlanLine, LoggedByName FROM house.cases_enquiries;
        CREATE INDEX people_order ON people (grp, fold, id);
        CREATE INDEX enquiries_order ON enquiries (channel, day, id);
        CREATE INDEX enquiries_person ON enquiries (person);
        """;

    public static string ConnectionString(string file) => $"Data Source={file};Default Timeout=5;Foreign Keys=True";

    public static void Create(string file, string house)
    {
        using var connection = new SqliteConnection(ConnectionString(file));
        connection.Open();
        using var command = new SqliteCommand("ATTACH $house AS house", connection);
        command.Parameters.AddWithValue("$house", house);
        command.ExecuteNonQuery();
        command.CommandText = Copy;
        command.ExecuteNonQuery();
        command.CommandText = "DETACH house; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }
}
