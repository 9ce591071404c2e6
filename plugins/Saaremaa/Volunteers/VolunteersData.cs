using System.Globalization;
using System.Runtime.CompilerServices;
using Saaremaa.Volunteers.Matches;

namespace Saaremaa.Volunteers;

/// <summary>A volunteer's id stands for the person: they need not be on the register of people. Hours and matches stay counted when the row is gone.</summary>
internal sealed class VolunteersData(House<VolunteersDb> house, Reading reading, TimeProvider time) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
    [
        new("volunteer", TimeSpan.FromDays(5 * 365), "data.ground", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(house.Db.Volunteers.Where(v => v.LeftOn < day), v => Forget(v, default));
        }),
        new("match-record", TimeSpan.FromDays(5 * 365), "match.ground", before =>
        {
            var day = Days.DayOf(before);
            return Due.Of(house.Db.Matches.Where(m => m.PersonId != null
                && (m.EndedOn < day || m.AgreedOn == null && m.ProposedOn < day || house.Db.Volunteers.Any(v => v.Id == m.VolunteerId && v.LeftOn < day))), m => m.Forget());
        }),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await house.Db.Volunteers.AsNoTracking().FirstOrDefaultAsync(v => v.Id == person, ct) is { } volunteer)
        {
            yield return new("volunteer", null, new Dictionary<string, string?>
            {
                ["name"] = reading.Open(person, volunteer.Name),
                ["email"] = reading.Open(person, volunteer.Email),
                ["languages"] = string.Join(", ", volunteer.Languages),
                ["skills"] = string.Join(", ", volunteer.Skills),
                ["checked-on"] = Said(volunteer.CheckedOn),
            });
            foreach (var logged in await house.Db.Hours.AsNoTracking().Where(h => h.VolunteerId == person && h.TakenBackAt == null).OrderBy(h => h.Day).ToListAsync(ct))
            {
                yield return new("logged-hours", logged.Day, new Dictionary<string, string?> { ["hours"] = logged.Hours.ToString(CultureInfo.InvariantCulture) });
            }
        }
        foreach (var match in await house.Db.Matches.AsNoTracking().Where(m => m.VolunteerId == person || m.PersonId == person).OrderBy(m => m.ProposedOn).ToListAsync(ct))
        {
            yield return new("match-record", match.ProposedOn, new Dictionary<string, string?>
            {
                ["skills"] = match.Skill, ["match.agreed-on"] = Said(match.AgreedOn), ["match.until"] = Said(match.EndedOn),
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var found = await house.Db.Volunteers.Where(v => v.Id == person).ToListAsync(ct);
        foreach (var volunteer in found) { await Forget(volunteer, ct); }
        var helped = await house.Db.Matches.Where(m => m.PersonId == person).ToListAsync(ct);
        helped.ForEach(m => m.Forget());
        return found.Count + helped.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) => await house.Db.Matches
        .Where(m => m.PersonId != null && m.AgreedOn != null && (m.EndedOn == null || m.EndedOn >= day) && house.Db.Volunteers.Any(v => v.Id == m.VolunteerId && (v.LeftOn == null || v.LeftOn >= day)))
        .Select(m => m.PersonId!.Value).Distinct().ToListAsync(ct);

    private async Task Forget(Volunteer volunteer, CancellationToken ct)
    {
        var open = await house.Db.Matches.Where(m => m.VolunteerId == volunteer.Id && m.EndedOn == null).ToListAsync(ct);
        open.ForEach(m => m.Close(volunteer.LeftOn ?? time.Today()));
        house.Db.Remove(volunteer);
    }

    private static string? Said(DateOnly? day) => day is { } it ? $"{it:yyyy-MM-dd}" : null;
}
