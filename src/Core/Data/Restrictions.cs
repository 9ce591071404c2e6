using Microsoft.Data.Sqlite;

namespace Loim.Data;

/// <summary>Whoever's data are restricted, nobody changes them, whichever page it is; what the house does by itself goes on.</summary>
/// <remarks>Source: GDPR article 18.</remarks>
internal static class Restrictions
{
    public static void Demand(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<Guid> persons)
    {
        var touched = persons.Distinct().ToList();
        if (touched.Count == 0) { return; }
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT \"PersonId\" FROM people_restrictions WHERE \"LiftedAt\" IS NULL";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (touched.Contains(rows.GetGuid(0))) { throw new RestrictedException(); }
        }
    }
}

/// <summary>The person's data are restricted; nothing was written.</summary>
internal sealed class RestrictedException() : Exception("The person's data are restricted; nothing was written.");
