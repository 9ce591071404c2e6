using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries;

internal sealed class EnquiryData(House<CasesDb> house, Reading reading) : IPersonalData
{
    private CasesDb Db => house.Db;

    public IReadOnlyList<Retention> Retention => [new("retention.enquiry", TimeSpan.FromDays(5 * 365), "retention.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(Db.Enquiries.Where(e => e.Day < day && (e.Note != null || e.SentTo != null)), e => e.Forget());
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var enquiries = Db.Enquiries.AsNoTracking().Where(e => e.PersonId == person).OrderBy(e => e.Day);
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
        var enquiries = await Db.Enquiries.Where(e => e.PersonId == person).ToListAsync(ct);
        enquiries.ForEach(e => e.Forget());
        return enquiries.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await Db.Enquiries.Where(e => e.PersonId != null && e.Day >= day).Select(e => e.PersonId!.Value).Distinct().ToListAsync(ct);
}
