using System.Linq.Expressions;
using System.Text.Json;
using Loim.Access;
using Loim.Core.Tests.Visits;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Data;

public sealed class SealedTests
{
    private const string Canary = "Kanaarilind-Õ";

    private static async Task<(TestHouse House, Visit Visit)> HouseWithAVisit()
    {
        var house = TestHouse.With(new VisitsModule());
        var visit = new Visit { Name = new(Canary), Born = new(new DateOnly(1990, 1, 31)), Note = Secret.Of(Canary), Unit = 1 };
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<VisitsDb>().Add(visit)));
        return (house, visit);
    }

    [Fact]
    public async Task Entities_and_projections_yield_it_closed_and_only_reading_opens_and_notes()
    {
        var (house, visit) = await HouseWithAVisit();
        await using var _ = house;
        await house.As(Viewer.House, async s =>
        {
            var row = await s.GetRequiredService<VisitsDb>().Visits.OrderBy(v => v.Name).Select(v => new { v.PersonId, v.Name, v.Born, v.Note }).SingleAsync();
            $"{row}".ShouldNotContain(Canary);
            JsonSerializer.Serialize(row).ShouldNotContain(Canary);
            var reading = s.GetRequiredService<Reading>();
            reading.Persons.ShouldBeEmpty();
            reading.Open(row.PersonId, row.Name).ShouldBe(Canary);
            reading.Open(row.PersonId, row.Born!.Value).ShouldBe(new DateOnly(1990, 1, 31));
            reading.Open(row.PersonId, row.Note!.Value, new("visits_visits", "Note", visit.Id)).ShouldBe(Canary);
            reading.Persons.ShouldBe([visit.PersonId]);
        });
    }

    public static TheoryData<string, Expression<Func<Visit, object?>>> Tricks => new()
    {
        { "concatenation", v => v.Name + "!" },
        { "cast", v => (string)(object)v.Name },
        { "shadow name", v => EF.Property<string>(v, "Name") },
        { "ToString", v => v.Name.ToString() },
        { "string.Concat", v => string.Concat(v.Name, "x") },
        { "interpolation", v => $"{v.Name}" },
        { "length of the text", v => v.Name.ToString()!.Length },
        { "secret as text", v => v.Note + "" },
    };

    [Theory, MemberData(nameof(Tricks))]
    public async Task A_trick_in_a_query_is_refused(string trick, Expression<Func<Visit, object?>> select)
    {
        var (house, _) = await HouseWithAVisit();
        await using var __ = house;
        await house.As(Viewer.House, async s =>
            (await Should.ThrowAsync<InvalidOperationException>(s.GetRequiredService<VisitsDb>().Visits.Select(select).ToListAsync(), trick)).Message.ShouldContain("sealed"));
    }

    [Fact]
    public async Task Comparing_its_order_or_its_text_in_a_filter_is_refused_and_equality_is_not()
    {
        var (house, _) = await HouseWithAVisit();
        await using var __ = house;
        await house.As(Viewer.House, async s =>
        {
            var visits = s.GetRequiredService<VisitsDb>().Visits;
            await Should.ThrowAsync<InvalidOperationException>(async () => await visits.Where(v => v.Name.ToString()!.StartsWith('K')).CountAsync());
            await Should.ThrowAsync<InvalidOperationException>(async () => await visits.Where(v => EF.Functions.Like(EF.Property<string>(v, "Name"), "K%")).CountAsync());
            (await visits.CountAsync(v => v.Name == new Sealed<string>(Canary))).ShouldBe(1);
        });
    }

    [Fact]
    public async Task A_secret_is_unreadable_elsewhere_and_when_a_bit_has_flipped()
    {
        var (house, visit) = await HouseWithAVisit();
        await using var _ = house;
        await house.As(Viewer.House, async s =>
        {
            var db = s.GetRequiredService<VisitsDb>();
            var reading = s.GetRequiredService<Reading>();
            var note = await db.Visits.Select(v => v.Note).SingleAsync();
            reading.Open(visit.PersonId, note!.Value, new("visits_visits", "Note", Guid.CreateVersion7())).ShouldBeNull();
            reading.Open(visit.PersonId, note.Value, new("visits_visits", "Name", visit.Id)).ShouldBeNull();
            var stored = house.Scalar<string>("SELECT Note FROM visits_visits");
            stored.ShouldNotContain(Canary);
            var flipped = stored[..10] + (stored[10] == 'A' ? 'B' : 'A') + stored[11..];
            reading.Open(visit.PersonId, Secret.FromCipher(flipped), new("visits_visits", "Note", visit.Id)).ShouldBeNull();
        });
    }

    [Fact]
    public async Task Encrypted_text_is_in_no_file_of_the_database()
    {
        var house = TestHouse.With(new VisitsModule());
        await using var _ = house;
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
            s.GetRequiredService<VisitsDb>().Add(new Visit { Name = new("x"), Note = Secret.Of("Kanaarilind"), Unit = 1 })));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(house.Store.Path)!, "loim.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = System.Text.Encoding.Latin1.GetString(bytes.ToArray());
            text.ShouldNotContain("Kanaarilind");
            text.ShouldNotContain(System.Text.Encoding.Latin1.GetString(System.Text.Encoding.Unicode.GetBytes("Kanaarilind")));
        }
    }
}
