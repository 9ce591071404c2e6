using System.Runtime.CompilerServices;

namespace Saaremaa.NewcomerRegister;

internal sealed class NewcomerRegisterData(House<NewcomerRegisterDb> house, Reading reading, NewcomerRegisterSettings settings) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
        [new("data.consent", TimeSpan.FromDays(settings.ConsentMonths * 30), "basis.Consent"), new("data.task", TimeSpan.FromDays(settings.TaskMonths * 30), "basis.PublicTask")];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entry in await house.Db.Entries.AsNoTracking().Where(e => e.PersonId == person).ToListAsync(ct))
        {
            yield return new("entry", entry.AddedOn, new Dictionary<string, string?>
            {
                ["contact"] = reading.Open(person, entry.Contact),
                ["basis"] = entry.Basis.ToString(),
                ["confirmed-on"] = $"{entry.ConfirmedOn:yyyy-MM-dd}",
                ["delete-on"] = $"{entry.DeleteOn:yyyy-MM-dd}",
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var entries = await house.Db.Entries.Where(e => e.PersonId == person).ToListAsync(ct);
        house.Db.RemoveRange(entries);
        return entries.Count;
    }
}
