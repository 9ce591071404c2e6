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
        CREATE TABLE events (id TEXT PRIMARY KEY, title TEXT, about TEXT, day TEXT, start TEXT, until TEXT, venue TEXT, state INTEGER, capacity INTEGER);
        CREATE TABLE registrations (event TEXT, state INTEGER, seats INTEGER);
        CREATE TABLE pages (position INTEGER, slug TEXT, title TEXT, summary TEXT);
        INSERT INTO events SELECT Id, Title, About, Day, Start, End, Venue, State, Capacity FROM house.events_events;
        INSERT INTO registrations SELECT EventId, State, Seats FROM house.events_registrations;
        INSERT INTO pages SELECT p.Position, p.Slug, t.Title, t.Summary FROM house.public_site_pages p JOIN house.public_site_texts t ON t.PageId = p.Id AND t.Language = 'et';
        CREATE INDEX events_order ON events (state, day, start);
        CREATE INDEX registrations_event ON registrations (event);
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
