using Loim.Access.Auditing;
using Loim.Core.Tests.Data;

namespace Loim.Core.Tests.Auditing;

/// <summary>What is done to the checkpoints is found as well, by their signatures and by what the audit says of them.</summary>
public sealed class CheckpointTests(WrittenAudit audit) : IClassFixture<WrittenAudit>
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Every_field_of_every_checkpoint_is_signed(int field)
    {
        Change(0, field);
        Change(1, field);
    }

    private void Change(int line, int field)
    {
        var parts = audit.Checkpoints[line].Line.Split(' ');
        parts[field] = field switch
        {
            1 => audit.Checkpoints[line].At.AddTicks(1).ToString("O"),
            3 => audit.Checkpoints[1 - line].Hash,
            4 => audit.Checkpoints[1 - line].Signature,
            _ => $"{int.Parse(parts[field]) + 1}",
        };
        Checkpoint[] changed = [.. audit.Checkpoints];
        changed[line] = Checkpoint.Parse(string.Join(' ', parts))!;
        Wrong(changed).ShouldContain(w => w.StartsWith($"Checkpoint {changed[line].Number} (line {line + 1}): its signature is wrong"));
    }

    [Fact]
    public void One_that_was_removed_is_missed()
    {
        Wrong(audit.Checkpoints.Skip(1)).ShouldContain(w => w.StartsWith("Checkpoint 1 is missing"));
        Wrong(audit.Checkpoints.Take(1)).ShouldHaveSingleItem().ShouldStartWith("Row 9 says that there was a checkpoint (2 of 8 rows), but it is not among the checkpoints");
        Wrong([]).ShouldContain(w => w.StartsWith("There is no checkpoint"));
        Wrong([]).ShouldContain(w => w.StartsWith("Row 4 says that there was a checkpoint"));
    }

    [Fact]
    public void One_that_another_key_signed_is_none()
    {
        using var other = AuditKey.Of(Directory.CreateTempSubdirectory("loim-key-").FullName);
        Wrong(audit.Checkpoints.Select(other.Sign)).ShouldContain(w => w.StartsWith("Checkpoint 1 (line 1): its signature is wrong"));
    }

    /// <summary>The one thing that needs a copy elsewhere: database and checkpoints are both put back to an earlier day.</summary>
    [Fact]
    public void All_of_it_put_back_to_an_earlier_day_is_found_by_a_copy_of_the_checkpoints_alone()
    {
        audit.After(c => WrittenAudit.Run(c, "DELETE FROM house_audit WHERE Number > 4"), [.. audit.Checkpoints.Take(1)]).Wrong.ShouldBeEmpty();
        audit.After("DELETE FROM house_audit WHERE Number > 4").Wrong.ShouldHaveSingleItem().ShouldStartWith("Rows 5 to 8 are missing: the end was cut off. Checkpoint 2 ");
    }

    [Fact]
    public async Task Where_nothing_was_added_there_is_no_new_one_and_what_a_power_cut_left_of_a_line_is_overwritten()
    {
        await using var house = TestHouse.With();
        await house.Checkpoints.Keep(default);
        house.CheckpointFile.Read().ShouldBeEmpty();
        await Note(house);
        await house.Checkpoints.Keep(default);
        await house.Checkpoints.Keep(default);
        house.CheckpointFile.Read().ShouldHaveSingleItem().Rows.ShouldBe(1);
        await File.AppendAllTextAsync(house.CheckpointFile.Path, "2 2025-09-15T06:0");
        house.CheckpointFile.Read().Count.ShouldBe(1);
        await Note(house);
        await house.Checkpoints.Keep(default);
        house.CheckpointFile.Read().Select(c => (c.Number, c.Rows)).ShouldBe([(1, 1), (2, 3)]);
        house.CheckpointFile.Read().ShouldAllBe(c => house.AuditKey.HasSigned(c));
    }

    [Fact]
    public async Task None_is_signed_over_an_audit_that_has_become_shorter()
    {
        await using var house = TestHouse.With();
        for (var i = 0; i < 3; i++) { await Note(house); }
        await house.Checkpoints.Keep(default);
        house.Scalar<int>("DROP TRIGGER house_audit_stays; DELETE FROM house_audit WHERE Number > 1; SELECT 1");
        await Should.ThrowAsync<InvalidDataException>(house.Checkpoints.Keep(default));
        house.CheckpointFile.Read().Count.ShouldBe(1);
    }

    private static Task Note(TestHouse house) =>
        house.Audit.Note([new AuditEntry { Account = Guid.Empty, Who = "Mari", Action = "read", Page = "GET /people" }], default);

    private IReadOnlyList<string> Wrong(IEnumerable<Checkpoint> checkpoints) => audit.After(_ => { }, [.. checkpoints]).Wrong;
}
