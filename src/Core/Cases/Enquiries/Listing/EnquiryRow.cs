using Loim.Data;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries.Listing;

/// <summary>An enquiry as lists show it.</summary>
internal sealed record EnquiryRow(
    Guid Id, DateOnly Day, DateTime LoggedAt, Channel Channel, SpokenLanguage? Language, int? Minutes, Outcome Outcome, string? SentTo,
    Guid? PersonId, Sealed<string>? Person, Guid LoggedBy, IReadOnlyList<string> Services, IReadOnlyList<string> Topics)
{
    public static async Task<IReadOnlyList<EnquiryRow>> Read(CasesDb db, IQueryable<Enquiry> enquiries) => await enquiries
        .Select(e => new EnquiryRow(e.Id, e.Day, e.LoggedAt, e.Channel, e.Language, e.Minutes, e.Outcome, e.SentTo, e.PersonId,
            db.Set<PersonCard>().Where(p => p.Id == e.PersonId).Select(p => (Sealed<string>?)p.Name).FirstOrDefault(), e.LoggedBy, e.Services, e.Topics))
        .ToListAsync();
}
