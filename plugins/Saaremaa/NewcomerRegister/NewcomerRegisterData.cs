using System.Runtime.CompilerServices;
using Saaremaa.NewcomerRegister.Entries;

namespace Saaremaa.NewcomerRegister;

internal sealed class NewcomerRegisterData(House<NewcomerRegisterDb> house, Reading reading, NewcomerRegisterSettings settings) : IPersonalData
{
    public IReadOnlyList<Retention> Retention =>
    [
        new("data.consent", Term(settings.ConsentMonths), "basis.Consent", before => Of(LegalBasis.Consent, before)),
        new("data.task", Term(settings.TaskMonths), "basis.PublicTask", before => Of(LegalBasis.PublicTask, before)),
    ];

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

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await house.Db.Entries.Where(e => e.ConfirmedOn >= day).Select(e => e.PersonId).Distinct().ToListAsync(ct);

    /// <summary>Whoever keeps the register deletes by the entry's own day and counts it in the week; what they leave goes a month later by itself.</summary>
    private static TimeSpan Term(int months) => TimeSpan.FromDays((months + 1) * 31);

    private Due Of(LegalBasis basis, DateTime before)
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Entries.Where(e => e.Basis == basis && e.ConfirmedOn < day), e => house.Db.Remove(e));
    }
}
