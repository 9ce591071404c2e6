using Loim.Access;
using Loim.Access.Auditing;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Auditing;

/// <summary>Many who write and read at once leave one chain without a gap; what a row says is complete.</summary>
public sealed class WritersTests : IAsyncDisposable
{
    private readonly TestHouse house = TestHouse.With(new VisitsModule());

    [Fact]
    public async Task Fifty_writers_leave_one_chain_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                if (writer % 2 == 0) { await house.Audit.Note([Read($"{writer} {i}"), Read($"{writer} {i} again")], default); }
                else { await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<VisitsDb>().Add(new Visit { Name = new("Õie"), Unit = writer }))); }
                if (i == 5 && writer % 10 == 0) { await house.Checkpoints.Keep(default).ContinueWith(_ => { }, TaskScheduler.Default); }
            }
        })));
        await house.Checkpoints.Keep(default);
        using var connection = house.Store.Open();
        var verdict = new AuditVerifier(house.CheckpointFile.Read(), house.AuditKey.HasSigned).Verify(new AuditRows(connection), house.CheckpointFile.Read);
        verdict.Wrong.ShouldBeEmpty();
        house.Scalar<long>("SELECT count(*) FROM house_audit WHERE Action <> 'checkpoint'").ShouldBe(25 * 20 + 25 * 10);
        house.Scalar<long>("SELECT max(Number) - count(*) FROM house_audit").ShouldBe(0);
        house.Scalar<long>("SELECT count(*) - count(DISTINCT What) FROM house_audit").ShouldBe(0);
    }

    [Fact]
    public async Task A_row_says_who_in_which_role_and_why()
    {
        var viewer = Viewer.Of(Guid.CreateVersion7(), "Mari", null, new HashSet<string> { "visits.read" }, "case-manager, coordinator");
        await house.As(viewer, s =>
        {
            s.GetRequiredService<CurrentViewer>().Purpose = "visits.read";
            return s.GetRequiredService<Work>().Do(() => s.GetRequiredService<VisitsDb>().Add(new Visit { Name = new("Õie"), Unit = 1 }));
        });
        house.Scalar<string>("SELECT Who || '|' || Role || '|' || Purpose || '|' || Action FROM house_audit").ShouldBe("Mari|case-manager, coordinator|visits.read|add");
    }

    /// <summary>A clock that is behind does not put a row before those that are there: a period is a range of numbers.</summary>
    [Fact]
    public async Task Rows_stand_in_the_order_of_time()
    {
        await house.Audit.Note([Read("first")], default);
        house.Clock.Advance(TimeSpan.FromHours(-1));
        await house.Audit.Note([Read("second")], default);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Audit.Note([Read("third")], default);
        house.Scalar<long>("SELECT count(*) FROM house_audit a JOIN house_audit b ON b.Number = a.Number + 1 WHERE b.At < a.At").ShouldBe(0);
        house.Scalar<long>("SELECT count(DISTINCT At) FROM house_audit").ShouldBe(2);
    }

    [Theory]
    [InlineData("DELETE FROM house_audit")]
    [InlineData("UPDATE house_audit SET Who = 'Keegi Teine'")]
    [InlineData("UPDATE house_audit SET Hash = ''")]
    [InlineData("UPDATE house_audit SET Detail = 'muu'")]
    public async Task The_database_refuses_to_change_what_was_written(string sql)
    {
        await house.Audit.Note([Read("first") with { Detail = "page=2" }], default);
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => house.Scalar<long>(sql + "; SELECT 1")).Message.ShouldContain("audit");
    }

    [Fact]
    public async Task Values_of_a_change_are_written_where_their_class_allows_it()
    {
        var (role, visit) = (new Loim.Accounts.Roles.Role { Id = "guide" }, new Visit { Name = new("Õie"), Unit = 1 });
        var account = new Loim.Accounts.Account { Name = "mari", DisplayName = "Mari" };
        await house.As(Viewer.House, async s =>
        {
            var (work, accounts, visits) = (s.GetRequiredService<Work>(), s.GetRequiredService<Loim.Accounts.AccountsDb>(), s.GetRequiredService<VisitsDb>());
            await work.Do(() => { accounts.AddRange(role, account); visits.Add(visit); });
            await work.Do(() => { account.Disable(house.Clock.GetUtcNow().UtcDateTime); account.DisplayName = "Mari Teine"; visit.Unit = 2; visit.IsIll = true; visit.Name = new("Mari"); });
        });
        house.Scalar<string>("SELECT substr(Detail, 34) FROM house_audit WHERE Action = 'change' AND What LIKE 'accounts_accounts %'").ShouldBe("DisabledAt: – → 2025-09-15 06:00:00");
        house.Scalar<string>("SELECT substr(Detail, 34) FROM house_audit WHERE Action = 'change' AND What LIKE 'visits_visits %: IsIll, Name, Unit'").ShouldBe("Unit: 1 → 2");
        house.Scalar<long>("SELECT count(*) FROM house_audit WHERE Detail LIKE '%Mari%'").ShouldBe(0);
    }

    public async ValueTask DisposeAsync() => await house.DisposeAsync();

    private static AuditEntry Read(string what) => new() { Account = Guid.Empty, Who = "Mari", Action = "read", Page = "GET /visits", What = what };
}
