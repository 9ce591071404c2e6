using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Data;

/// <summary>Search by any part of a name, from three letters on, in any script: an index of trigrams over <c>fold</c>.</summary>
public static class Trigrams
{
    private const int Length = 3;
    private const int MaxWords = 8;

    /// <summary>Whether there is enough to search by.</summary>
    public static bool CanFind(string? text) => Words(text).Sum(w => w.Length) >= Length;

    /// <summary>Ids of the table's rows whose <c>fold</c> contains every word of <paramref name="text"/>, as it is or in the
    /// letters of another script. Composable; the rows themselves are read, and filtered, through their own set.</summary>
    /// <param name="table">A table that has <see cref="CreateTrigrams"/> in a migration: <c>people_people</c>.</param>
    public static IQueryable<Guid> Find(this ModuleDb db, string table, string text)
    {
        var words = Words(text);
        var longer = words.Where(w => w.Length >= Length).Select(w => $"({string.Join(" OR ", Spellings(w).Select(Quote))})").ToList();
        var shorter = words.Where(w => w.Length < Length).ToList();
        // Names as short as "Li Wu" are found as they stand beside each other.
        var match = longer.Count > 0 ? string.Join(" AND ", longer)
            : $"{Quote(string.Join(' ', words))} OR {Quote(string.Join(' ', words.Reverse()))}";
        var sql = $"SELECT f.\"Row\" AS \"Value\" FROM {table}_trigrams t JOIN {table}_folds f ON f.\"Number\" = t.rowid WHERE t.\"Fold\" MATCH {{0}}"
            + string.Concat(shorter.Select((_, i) => $" AND instr(f.\"Fold\", {{{i + 1}}}) > 0"));
        return db.Database.SqlQueryRaw<Guid>(sql, [match, .. shorter]);
    }

    /// <summary>The index beside a table that has a fold. It has row numbers of its own, for those of a table with another key
    /// change with VACUUM; triggers keep it.</summary>
    public static void CreateTrigrams(this MigrationBuilder migration, string table)
    {
        if (!migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)) { return; }
        migration.Sql($"""CREATE TABLE {table}_folds ("Number" INTEGER PRIMARY KEY, "Row" TEXT NOT NULL UNIQUE, "Fold" TEXT NOT NULL)""");
        migration.Sql($"""CREATE VIRTUAL TABLE {table}_trigrams USING fts5("Fold", content='{table}_folds', content_rowid='Number', tokenize='trigram')""");
        migration.ForgetDeletedTrigrams(table);
        migration.Sql($"""
            CREATE TRIGGER {table}_fold_added AFTER INSERT ON {table} BEGIN
                INSERT INTO {table}_folds ("Row", "Fold") VALUES (new."Id", new."fold"); END
            """);
        migration.Sql($"""
            CREATE TRIGGER {table}_fold_changed AFTER UPDATE OF "fold" ON {table} WHEN new."fold" <> old."fold" BEGIN
                UPDATE {table}_folds SET "Fold" = new."fold" WHERE "Row" = new."Id"; END
            """);
        migration.Sql($"""
            CREATE TRIGGER {table}_fold_deleted AFTER DELETE ON {table} BEGIN
                DELETE FROM {table}_folds WHERE "Row" = old."Id"; END
            """);
        migration.Sql($"""
            CREATE TRIGGER {table}_trigrams_added AFTER INSERT ON {table}_folds BEGIN
                INSERT INTO {table}_trigrams (rowid, "Fold") VALUES (new."Number", new."Fold"); END
            """);
        migration.Sql($"""
            CREATE TRIGGER {table}_trigrams_changed AFTER UPDATE ON {table}_folds BEGIN
                INSERT INTO {table}_trigrams ({table}_trigrams, rowid, "Fold") VALUES ('delete', old."Number", old."Fold");
                INSERT INTO {table}_trigrams (rowid, "Fold") VALUES (new."Number", new."Fold"); END
            """);
        migration.Sql($"""
            CREATE TRIGGER {table}_trigrams_deleted AFTER DELETE ON {table}_folds BEGIN
                INSERT INTO {table}_trigrams ({table}_trigrams, rowid, "Fold") VALUES ('delete', old."Number", old."Fold"); END
            """);
    }

    /// <summary>A name that was deleted or changed is gone from the index too, not only marked; what it was marked in before is made anew.</summary>
    internal static void ForgetDeletedTrigrams(this MigrationBuilder migration, string table)
    {
        if (!migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)) { return; }
        migration.Sql($"INSERT INTO {table}_trigrams ({table}_trigrams, rank) VALUES ('secure-delete', 1)");
        migration.Sql($"INSERT INTO {table}_trigrams ({table}_trigrams) VALUES ('rebuild')");
    }

    private static string[] Words(string? text) => [.. Fold.Text(text)
        .Split([' ', ',', '\t', '\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];

    /// <summary>A name reaches us in several Latin spellings of one Cyrillic word; they meet in how it sounds.</summary>
    private static IEnumerable<string> Spellings(string word) =>
        new[] { word, Fold.Latin(word), Fold.Sound(word) }.Where(w => w.Length >= Length).Distinct();

    private static string Quote(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
