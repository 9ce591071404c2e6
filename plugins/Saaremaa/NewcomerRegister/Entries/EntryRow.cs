using Loim.People;

namespace Saaremaa.NewcomerRegister.Entries;

/// <summary>An entry with its person; first what must go first.</summary>
public sealed class EntryRow
{
    internal EntryRow(Entry entry, PersonCard card) => (Entry, Card) = (entry, card);

    internal Entry Entry { get; }
    internal PersonCard Card { get; }

    internal static IQueryable<EntryRow> Of(NewcomerRegisterDb db, IQueryable<Entry> entries) =>
        from entry in entries.AsNoTracking()
        join card in db.Set<PersonCard>() on entry.PersonId equals card.Id
        orderby entry.DeleteOn, entry.Id
        select new EntryRow(entry, card);
}
