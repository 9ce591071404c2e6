using System.Runtime.CompilerServices;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Letters;

internal sealed class PersonalData(LettersDb db, TimeProvider time) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } = [new("retention.letter", TimeSpan.FromDays(365), "retention.ground")];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var letter in db.Letters.AsNoTracking().Where(l => l.PersonId == person).OrderBy(l => l.WrittenAt).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new PersonalRecord("letter", Days.DayOf(letter.WrittenAt), new Dictionary<string, string?>
            {
                ["kind"] = letter.Kind,
                ["language"] = letter.Language,
                ["state"] = letter.State.ToString(),
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var letters = await db.Letters.Where(l => l.PersonId == person).ToListAsync(ct);
        db.RemoveRange(letters);
        var links = await db.Links.Where(l => l.PersonId == person && l.EndedAt == null).ToListAsync(ct);
        links.ForEach(l => l.End(time.GetUtcNow().UtcDateTime));
        return letters.Count + links.Count;
    }
}
