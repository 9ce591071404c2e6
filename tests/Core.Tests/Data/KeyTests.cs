using Loim.Access;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Data;

/// <summary>Keys change while the house works, and at the end nothing is left of the old one.</summary>
public sealed class KeyTests : IAsyncDisposable
{
    private const int Many = 1234;
    private readonly TestHouse house = TestHouse.With(new VisitsModule());

    private Keyring Keys => house.Parts.Keys;
    private KeyRotation Rotation => new(house.Store, Keys);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_rotation_that_is_broken_off_goes_on_and_ends_without_a_row_of_the_old_key()
    {
        await Add(Many);
        Keys.Add();
        Rotation.Count().Older.ShouldBe(Many);
        Execute("CREATE TRIGGER stop BEFORE UPDATE ON visits_visits WHEN old.rowid = 700 BEGIN SELECT RAISE(ABORT, 'power is gone'); END");
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(Rotation.Run(default));
        Execute("DROP TRIGGER stop");
        var left = Rotation.Count().Older;
        left.ShouldBeInRange(1, Many - 1);
        (await Rotation.Run(default)).ShouldBe(left);
        Rotation.Count().ShouldSatisfyAllConditions(c => c.Older.ShouldBe(0), c => c.Unreadable.ShouldBe(0), c => c.By[2].ShouldBe(Many));
        house.Scalar<int>("SELECT count(*) FROM visits_visits WHERE Note LIKE '1:%'").ShouldBe(0);
        (await Notes()).ShouldBe(Enumerable.Range(0, Many).Select(i => $"note {i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task A_process_that_knew_only_the_old_key_takes_up_the_new_one()
    {
        await Add(1);
        var other = new Keyring(Path.Combine(house.Parts.DataFolder, "keys"));
        other.Add();
        await new KeyRotation(house.Store, other).Run(default);
        (await Notes()).ShouldBe(["note 0"]);
        await Add(1);
        Rotation.Count().Older.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_changed_is_counted_and_left_as_it_is()
    {
        await Add(3);
        Execute("UPDATE visits_visits SET Note = substr(Note, 1, 20) || iif(substr(Note, 21, 1) = 'A', 'B', 'A') || substr(Note, 22) WHERE Unit = 0");
        Keys.Add();
        (await Rotation.Run(default)).ShouldBe(2);
        Rotation.Count().ShouldSatisfyAllConditions(c => c.Older.ShouldBe(0), c => c.Unreadable.ShouldBe(1));
    }

    [Fact]
    public void A_code_is_found_by_its_own_house_alone_its_index_is_made_with_a_key()
    {
        const string code = "59501010017";
        var stranger = new Keyring(Path.Combine(house.Parts.DataFolder, "keys-of-another-house"));
        Keys.Index(code).ShouldBe(new Keyring(Path.Combine(house.Parts.DataFolder, "keys")).Index(code));
        Keys.Index(code).ShouldNotBe(stranger.Index(code));
        Keys.Index(code).ShouldNotBe(Keys.Index("59501010388"));
    }

    [Fact]
    public async Task Without_the_keys_nothing_opens()
    {
        await Add(1);
        var cipher = house.Scalar<string>("SELECT Note FROM visits_visits");
        var place = new SecretPlace("visits_visits", "Note", Guid.Parse(house.Scalar<string>("SELECT Id FROM visits_visits"))).ToString();
        Keys.Open(cipher, place).ShouldBe("note 0");
        new Keyring(Path.Combine(house.Parts.DataFolder, "other")).Open(cipher, place).ShouldBeNull();
    }

    private void Execute(string sql)
    {
        using var connection = house.Store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task Add(int many) => house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        s.GetRequiredService<VisitsDb>().AddRange(Enumerable.Range(0, many).Select(i => new Visit { Name = new("x"), Note = Secret.Of($"note {i}"), Unit = i }))));

    private Task<List<string?>> Notes() => house.As(Viewer.House, async s =>
    {
        var reading = s.GetRequiredService<Reading>();
        return (await s.GetRequiredService<VisitsDb>().Visits.ToListAsync()).ConvertAll(v => reading.Open(v.PersonId, v.Note!.Value, new("visits_visits", "Note", v.Id)));
    });
}
