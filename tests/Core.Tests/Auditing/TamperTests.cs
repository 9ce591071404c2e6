using Loim.Access.Auditing;
using Microsoft.Data.Sqlite;

namespace Loim.Core.Tests.Auditing;

/// <summary>Everything that can be done to a small audit is found and named; what cannot be found is said here as well.</summary>
/// <remarks>If a checkpoint is authentic, every change, removal, insertion or move among the rows that it was signed over is found.</remarks>
public sealed class TamperTests(WrittenAudit audit) : IClassFixture<WrittenAudit>
{
    /// <summary>Whatever the table has, so that a column which the hash forgets is found.</summary>
    private static readonly string[] Columns = [.. typeof(Loim.Data.AuditRow).GetProperties().Select(p => p.Name).Where(name => name != "Number")];

    public static TheoryData<long> EachRow => [.. Enumerable.Range(1, (int)WrittenAudit.Rows).Select(n => (long)n)];
    public static TheoryData<long> EachVouched => [.. Enumerable.Range(1, (int)WrittenAudit.Vouched).Select(n => (long)n)];

    [Fact]
    public void As_it_was_written_it_holds()
    {
        var verdict = audit.After("SELECT 1");
        verdict.Wrong.ShouldBeEmpty();
        (verdict.Rows, verdict.Vouched, verdict.Erased).ShouldBe((WrittenAudit.Rows, WrittenAudit.Vouched, 0));
    }

    [Theory, MemberData(nameof(EachRow))]
    public void Every_field_of_every_row_holds_against_every_change(long row)
    {
        foreach (var column in Columns)
        {
            foreach (var changed in (string[])["coalesce({0}, '') || 'x'", "CAST(coalesce({0}, '') AS BLOB)", "lower({0}) || char(0)", "7", "NULL", "substr({0}, 2)"])
            {
                // Erasing a detail is allowed; the columns that must have a value refuse to have none.
                if (changed == "NULL" && column is not ("Person" or "DetailHash")) { continue; }
                var was = "";
                var verdict = audit.After(connection =>
                {
                    was = Value(connection, column, row);
                    WrittenAudit.Run(connection, $"UPDATE house_audit SET {column} = {string.Format(null, changed, column)} WHERE Number = {row}");
                    if (Value(connection, column, row) == was) { was = "same"; }
                });
                if (was == "same") { verdict.Wrong.ShouldBeEmpty(); continue; }
                verdict.Wrong.ShouldNotBeEmpty($"{column} of {row}: {changed}");
                verdict.Wrong[0].ShouldStartWith($"Row {row}", customMessage: $"{column}: {changed}");
                verdict.Rows.ShouldBe(row - 1);
            }
        }
    }

    [Theory, MemberData(nameof(EachVouched))]
    public void Every_row_that_is_removed_is_named(long row)
    {
        var verdict = audit.After($"DELETE FROM house_audit WHERE Number = {row}");
        verdict.Wrong[0].ShouldBe($"Row {row} is missing: it was removed.");
        // Numbered anew, so that no gap shows.
        var closed = audit.After(connection => { Remove(connection, row); });
        closed.Wrong.ShouldNotBeEmpty();
        closed.Wrong[0].ShouldContain($"Row {row} ");
        closed.Rows.ShouldBe(row - 1);
        // And every hash computed anew, so that the chain holds by itself.
        var forged = audit.After(connection => { Remove(connection, row); WrittenAudit.Forge(connection); });
        forged.Wrong.ShouldHaveSingleItem().ShouldContain(row <= 3 ? "Rows 1 to 3 are not those" : "Rows 4 to 8 are not those");
    }

    [Fact]
    public void Every_two_rows_that_change_places_are_named()
    {
        for (var first = 1; first <= WrittenAudit.Rows; first++)
        {
            for (var second = first + 1; second <= WrittenAudit.Rows; second++)
            {
                var verdict = audit.After($"""
                    UPDATE house_audit SET Number = -1 WHERE Number = {first};
                    UPDATE house_audit SET Number = {first} WHERE Number = {second};
                    UPDATE house_audit SET Number = {second} WHERE Number = -1
                    """);
                verdict.Wrong[0].ShouldBe($"Rows {first} and {second} have changed places: the order is not that in which they were written.");
            }
        }
    }

    [Theory, MemberData(nameof(EachVouched))]
    public void Every_row_that_is_put_in_is_named(long row)
    {
        var clumsy = audit.After(connection => Insert(connection, row));
        clumsy.Wrong[0].ShouldBe($"Row {row} was put in: row {row + 1} was once in its place.");
        var careful = audit.After(connection => { Insert(connection, row); Rehash(connection, row); });
        careful.Wrong[0].ShouldContain(row is 3 or 8 ? "are not those that checkpoint" : $"Row {row} was put in");
        var forged = audit.After(connection => { Insert(connection, row); WrittenAudit.Forge(connection); });
        forged.Wrong.ShouldNotBeEmpty();
        forged.Wrong[0].ShouldContain("are not those that checkpoint");
        audit.After("INSERT INTO house_audit SELECT * FROM (SELECT 0 AS Number) JOIN (SELECT At, Account, Who, Action, Page, Person, What, Hash, Role, Purpose, Detail, DetailHash FROM house_audit WHERE Number = 1)")
            .Wrong[0].ShouldBe("Row 0 was put in before the first.");
    }

    [Theory, MemberData(nameof(EachVouched))]
    public void A_change_with_every_hash_computed_anew_is_found_by_the_checkpoints(long row)
    {
        var verdict = audit.After(connection =>
        {
            WrittenAudit.Run(connection, $"UPDATE house_audit SET Who = 'Keegi Teine' WHERE Number = {row}");
            WrittenAudit.Forge(connection);
        });
        verdict.Wrong.ShouldHaveSingleItem().ShouldContain(row <= 3 ? "Rows 1 to 3 are not those that checkpoint 1" : "Rows 4 to 8 are not those that checkpoint 2");
    }

    [Theory, MemberData(nameof(EachVouched))]
    public void A_tail_that_was_cut_off_is_missed(long from)
    {
        var verdict = audit.After($"DELETE FROM house_audit WHERE Number >= {from}");
        verdict.Wrong[0].ShouldStartWith($"Rows {from} to {(from <= 3 ? 3 : 8)} are missing: the end was cut off.");
    }

    [Fact]
    public void Rows_after_the_last_checkpoint_are_held_by_the_chain_alone()
    {
        audit.After($"DELETE FROM house_audit WHERE Number = {WrittenAudit.Rows}").Wrong.ShouldBeEmpty();
        audit.After(connection =>
        {
            WrittenAudit.Run(connection, $"UPDATE house_audit SET Who = 'Keegi Teine' WHERE Number = {WrittenAudit.Rows}");
            WrittenAudit.Forge(connection);
        }).Wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_detail_is_erased_without_breaking_the_chain_and_never_changed()
    {
        var erased = audit.After("UPDATE house_audit SET Detail = NULL");
        erased.Wrong.ShouldBeEmpty();
        erased.Erased.ShouldBe(5);
    }

    private static string Value(SqliteConnection connection, string column, long row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT typeof({column}) || hex({column}) FROM house_audit WHERE Number = {row}";
        return (string)command.ExecuteScalar()!;
    }

    private static void Remove(SqliteConnection connection, long row)
    {
        WrittenAudit.Run(connection, $"DELETE FROM house_audit WHERE Number = {row}");
        for (var later = row + 1; later <= WrittenAudit.Rows; later++) { WrittenAudit.Run(connection, $"UPDATE house_audit SET Number = {later - 1} WHERE Number = {later}"); }
    }

    private static void Insert(SqliteConnection connection, long row)
    {
        for (var later = WrittenAudit.Rows; later >= row; later--) { WrittenAudit.Run(connection, $"UPDATE house_audit SET Number = {later + 1} WHERE Number = {later}"); }
        WrittenAudit.Run(connection, $"""
            INSERT INTO house_audit (Number, At, Account, Who, Role, Action, Page, Purpose, Person, What, Hash)
            SELECT {row}, At, Account, 'Keegi Teine', Role, Action, Page, Purpose, Person, What, 'none' FROM house_audit WHERE Number = {row + 1}
            """);
    }

    private static void Rehash(SqliteConnection connection, long row)
    {
        var audit = new AuditRows(connection);
        WrittenAudit.Run(connection, $"UPDATE house_audit SET Hash = '{AuditChain.Next(audit.HashOf(row - 1), audit.From(row).First(r => r.Number == row).Covered)}' WHERE Number = {row}");
    }
}
