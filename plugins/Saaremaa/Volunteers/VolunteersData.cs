using System.Globalization;
using System.Runtime.CompilerServices;

namespace Saaremaa.Volunteers;

/// <summary>A volunteer's id stands for the person: they need not be on the register of people. Hours stay counted when the row is gone.</summary>
internal sealed class VolunteersData(House<VolunteersDb> house, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("volunteer", TimeSpan.FromDays(5 * 365), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Volunteers.Where(v => v.LeftOn < day), v => house.Db.Remove(v));
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await house.Db.Volunteers.AsNoTracking().FirstOrDefaultAsync(v => v.Id == person, ct) is not { } volunteer) { yield break; }
        yield return new("volunteer", null, new Dictionary<string, string?>
        {
            ["name"] = reading.Open(person, volunteer.Name),
            ["email"] = reading.Open(person, volunteer.Email),
            ["languages"] = string.Join(", ", volunteer.Languages),
            ["skills"] = string.Join(", ", volunteer.Skills),
            ["checked-on"] = volunteer.CheckedOn is { } day ? $"{day:yyyy-MM-dd}" : null,
        });
        foreach (var logged in await house.Db.Hours.AsNoTracking().Where(h => h.VolunteerId == person && h.TakenBackAt == null).OrderBy(h => h.Day).ToListAsync(ct))
        {
            yield return new("logged-hours", logged.Day, new Dictionary<string, string?> { ["hours"] = logged.Hours.ToString(CultureInfo.InvariantCulture) });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var found = await house.Db.Volunteers.Where(v => v.Id == person).ToListAsync(ct);
        house.Db.RemoveRange(found);
        return found.Count;
    }
}
