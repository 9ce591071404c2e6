using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries;

internal sealed class EnquiryData(CasesDb db, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } = [new("retention.enquiry", TimeSpan.FromDays(5 * 365), "retention.ground")];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var enquiries = db.Enquiries.AsNoTracking().Where(e => e.PersonId == person).OrderBy(e => e.Day);
        await foreach (var enquiry in enquiries.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new PersonalRecord("enquiry", enquiry.Day, new Dictionary<string, string?>
            {
                ["services"] = string.Join(", ", enquiry.Services),
                ["topics"] = string.Join(", ", enquiry.Topics),
                ["channel"] = enquiry.Channel.ToString(),
                ["language"] = enquiry.Language?.ToString(),
                ["minutes"] = enquiry.Minutes?.ToString(),
                ["outcome"] = enquiry.Outcome.ToString(),
                ["sent-to"] = enquiry.SentTo,
                ["note"] = enquiry.Note is { } note ? reading.Open(person, note, Enquiry.NotePlace(enquiry.Id)) : null,
            });
        }
    }

    /// <remarks>The person's row is emptied by its owner; the bare id stays, so that persons counted once stay counted once.</remarks>
    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var enquiries = await db.Enquiries.Where(e => e.PersonId == person).ToListAsync(ct);
        enquiries.ForEach(e => e.Forget());
        return enquiries.Count;
    }
}
