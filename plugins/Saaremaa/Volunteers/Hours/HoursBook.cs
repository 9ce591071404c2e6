namespace Saaremaa.Volunteers.Hours;

/// <summary>What somebody gave on a day.</summary>
/// <param name="Skill">One of <see cref="Volunteer.AllSkills"/>.</param>
internal readonly record struct Given(DateOnly Day, int Hours, string Skill);

/// <summary>Writes hours down and puts them right. A day has so many hours and no more, whoever writes them.</summary>
[Scoped]
internal sealed class HoursBook(House<VolunteersDb> house, Work work, TimeProvider time)
{
    /// <returns>False when the day would get too long.</returns>
    public Task<bool> Log(Guid volunteer, Given it) => work.Do(async () =>
    {
        if (!await Fits(volunteer, Guid.Empty, it)) { return false; }
        house.Db.Add(new LoggedHours { VolunteerId = volunteer, Day = it.Day, Hours = it.Hours, Skill = it.Skill, LoggedAt = Now });
        return true;
    });

    /// <returns>False when the day would get too long.</returns>
    public Task<bool> Correct(Guid entry, Given it) => work.Do(async () =>
    {
        var logged = await house.Db.Hours.SingleAsync(h => h.Id == entry);
        if (!await Fits(logged.VolunteerId, entry, it)) { return false; }
        (logged.Day, logged.Hours, logged.Skill) = (it.Day, it.Hours, it.Skill);
        return true;
    });

    public Task TakeBack(Guid entry) => work.Do(async () => (await house.Db.Hours.SingleAsync(h => h.Id == entry)).TakeBack(Now));

    /// <returns>False when the day would get too long.</returns>
    public Task<bool> PutBack(Guid entry) => work.Do(async () =>
    {
        var logged = await house.Db.Hours.SingleAsync(h => h.Id == entry);
        if (!await Fits(logged.VolunteerId, entry, new(logged.Day, logged.Hours, logged.Skill))) { return false; }
        logged.PutBack();
        return true;
    });

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<bool> Fits(Guid volunteer, Guid but, Given it) => it.Hours
        + await house.Db.Hours.Where(h => h.VolunteerId == volunteer && h.Id != but && h.Day == it.Day && h.TakenBackAt == null).SumAsync(h => h.Hours) <= LoggedHours.Most;
}
