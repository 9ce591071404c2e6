using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Letters;

internal sealed class PersonalData(House<LettersDb> house, LetterKinds kinds, TimeProvider time) : IPersonalData
{
    private LettersDb Db => house.Db;

    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.letter", TimeSpan.FromDays(365), "retention.ground", before => Due.Of(Db.Letters.Where(l => l.WrittenAt < before), l => Db.Remove(l))),
        new("retention.link", TimeSpan.FromDays(365), "retention.ground", before => Due.Of(Db.Links.Where(l => l.EndsAt < before), l => Db.Remove(l))),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var letter in Db.Letters.AsNoTracking().Where(l => l.PersonId == person).OrderBy(l => l.WrittenAt).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new PersonalRecord("letter", Days.DayOf(letter.WrittenAt), new Dictionary<string, string?>
            {
                ["kind"] = kinds.Of(letter.Kind),
                ["language"] = letter.Language,
                ["state"] = letter.State.ToString(),
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var letters = await Db.Letters.Where(l => l.PersonId == person).ToListAsync(ct);
        Db.RemoveRange(letters);
        var links = await Db.Links.Where(l => l.PersonId == person && l.EndedAt == null).ToListAsync(ct);
        links.ForEach(l => l.End(time.GetUtcNow().UtcDateTime));
        return letters.Count + links.Count;
    }
}
