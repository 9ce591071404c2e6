using Loim.Data;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Loim.Core.Tests.Data;

public sealed class StoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loim-store-").FullName;
    private readonly Store store;

    public StoreTests() => store = new Store(Path.Combine(folder, "loim.db"));

    [Fact]
    public void A_connection_that_was_given_back_is_lent_again()
    {
        using var first = store.Open();
        var handle = first.Handle;
        first.Dispose();
        using var again = store.Open();
        again.Handle.ShouldBe(handle);
        using var other = store.Open();
        other.Handle.ShouldNotBe(handle, "two never share one");
    }

    [Fact]
    public void Disposed_twice_it_is_lent_once()
    {
        var first = store.Open();
        first.Dispose();
        first.Dispose();
        using var one = store.Open();
        using var two = store.Open();
        one.ShouldNotBeSameAs(two);
    }

    [Fact]
    public void A_text_that_is_being_read_can_be_read_beside_it_with_values_of_its_own()
    {
        using var connection = store.Open();
        using var outer = Read(connection, "SELECT $n UNION ALL SELECT $n + 1", 1);
        outer.Read().ShouldBeTrue();
        using (var inner = Read(connection, "SELECT $n UNION ALL SELECT $n + 1", 10))
        {
            inner.Read().ShouldBeTrue();
            inner.GetInt64(0).ShouldBe(10);
        }
        outer.Read().ShouldBeTrue();
        outer.GetInt64(0).ShouldBe(2);
    }

    [Fact]
    public void A_connection_on_which_somebody_still_reads_is_not_lent_again()
    {
        var connection = store.Open();
        var handle = connection.Handle;
        Read(connection, "SELECT 1 UNION ALL SELECT $n", 2).Read().ShouldBeTrue();
        connection.Dispose();
        using var next = store.Open();
        next.Handle.ShouldNotBe(handle);
    }

    [Fact]
    public void However_many_texts_there_are_some_are_kept_and_all_are_answered()
    {
        using var connection = store.Open();
        connection.Handle!.enable_sqlite3_next_stmt(true);
        for (var i = 0; i < 250; i++) { Run(connection, $"SELECT {i}").ShouldBe((long)i); }
        Prepared(connection).Count.ShouldBeInRange(1, 100);
    }

    [Fact]
    public void A_table_that_changes_is_seen_by_statements_that_were_prepared_before()
    {
        using var one = store.Open();
        using var two = store.Open();
        Run(one, "CREATE TABLE t (a INTEGER)");
        Run(two, "SELECT count(*) FROM pragma_table_info('t')").ShouldBe(1L);
        Run(two, "SELECT * FROM t").ShouldBeNull();
        Run(one, "ALTER TABLE t ADD COLUMN b INTEGER");
        Run(one, "INSERT INTO t VALUES (1, 2)");
        using var rows = Read(two, "SELECT * FROM t", 0);
        rows.Read().ShouldBeTrue();
        rows.FieldCount.ShouldBe(2);
    }

    [Fact]
    public void What_is_closed_leaves_nothing_open()
    {
        using (var connection = store.Open()) { Run(connection, "CREATE TABLE t (a INTEGER)"); }
        _ = store.Writer;
        File.Exists(store.Path + "-wal").ShouldBeTrue();
        store.Dispose();
        File.Exists(store.Path + "-wal").ShouldBeFalse("the last connection takes its log with it");
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteDataReader Read(SqliteConnection connection, string sql, int n)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$n", n);
        return command.ExecuteReader();
    }

    private static List<string> Prepared(SqliteConnection connection)
    {
        var texts = new List<string>();
        for (var s = SQLitePCL.raw.sqlite3_next_stmt(connection.Handle, null); s is not null; s = SQLitePCL.raw.sqlite3_next_stmt(connection.Handle, s))
        {
            texts.Add(SQLitePCL.raw.sqlite3_sql(s).utf8_to_string());
        }
        return texts;
    }
}
