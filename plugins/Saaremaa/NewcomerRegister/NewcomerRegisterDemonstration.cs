using Loim.People;
using Saaremaa.NewcomerRegister.Entries;
using Saaremaa.NewcomerRegister.Weeks;

namespace Saaremaa.NewcomerRegister;

/// <summary>Entries of two years: most are in order, some wait for a word, a few must go this week.</summary>
internal sealed class NewcomerRegisterDemonstration(NewcomerRegisterDb db, NewcomerRegisterSettings settings, Work work) : IDemonstration
{
    private static readonly string[] Mails = ["kodu", "pere", "post", "saar"];
    private static readonly int[] DaysAgo = [5, 30, 62, 90, 120, 181, 188, 202, 240, 363, 366, 700, 731];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var cards = await db.Set<PersonCard>().AsNoTracking().Where(c => c.TargetGroup == TargetGroup.NewImmigrant).OrderBy(c => c.Id).Take(Math.Min(26, scenery.People)).ToListAsync(ct);
        var entries = new List<Entry>();
        foreach (var (index, card) in cards.Index())
        {
            var ago = DaysAgo[index % DaysAgo.Length];
            var basis = ago > 370 || index % 3 == 0 && ago < 363 ? LegalBasis.PublicTask : LegalBasis.Consent;
            var entry = Entry.Open(card.Id, index % 3 > 0 ? $"+372 5000 {1000 + index}" : $"{Mails[index % Mails.Length]}{index}@naide.example", basis, scenery.Today.AddDays(-ago - index % 2), settings);
            if (index == 1) { entry.Delete(scenery.Today); }
            db.Add(entry);
            entries.Add(entry);
        }
        for (var week = Week.Of(scenery.Today).Before; week.From > scenery.Today.AddDays(-40); week = week.Before)
        {
            db.Add(new WeekReport { Monday = week.From, Confirmed = scenery.Random.Next(1, 6), Deleted = scenery.Random.Next(0, 3), Left = entries.Count(e => IsOverdue(e, week)) });
        }
    });

    private bool IsOverdue(Entry entry, Week week) =>
        entry.AddedOn < week.Until && entry.DeletedOn is null && (entry.DeleteOn < week.Until || entry.ConfirmedOn < week.Until.AddMonths(-settings.ConfirmMonths));
}
