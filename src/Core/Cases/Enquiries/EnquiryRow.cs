using Loim.Data;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries;

/// <summary>An enquiry as lists show it.</summary>
internal sealed record EnquiryRow(
    Guid Id, DateOnly Day, DateTime LoggedAt, Channel Channel, SpokenLanguage? Language, int? Minutes, Outcome Outcome, string? SentTo,
    Guid? PersonId, Sealed<string>? Person, Guid LoggedBy)
{
    public IReadOnlyList<string> Services { get; private set; } = [];
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>Three queries whatever the number of rows: services and topics joined in would multiply each other.</summary>
    public static async Task<IReadOnlyList<EnquiryRow>> Read(CasesDb db, IQueryable<Enquiry> enquiries)
    {
        var rows = await enquiries.Select(e => new EnquiryRow(e.Id, e.Day, e.LoggedAt, e.Channel, e.Language, e.Minutes, e.Outcome, e.SentTo, e.PersonId,
            db.Set<PersonCard>().Where(p => p.Id == e.PersonId).Select(p => (Sealed<string>?)p.Name).FirstOrDefault(), e.LoggedBy)).ToListAsync();
        var ids = rows.Select(r => r.Id).ToList();
        var services = await db.EnquiryServices.Where(s => ids.Contains(s.EnquiryId)).OrderBy(s => s.Id).Select(s => new { s.EnquiryId, s.Code }).ToListAsync();
        var topics = await db.EnquiryTopics.Where(t => ids.Contains(t.EnquiryId)).OrderBy(t => t.Id).Select(t => new { t.EnquiryId, t.Code }).ToListAsync();
        var (servicesOf, topicsOf) = (services.ToLookup(s => s.EnquiryId, s => s.Code), topics.ToLookup(t => t.EnquiryId, t => t.Code));
        foreach (var row in rows) { (row.Services, row.Topics) = ([.. servicesOf[row.Id]], [.. topicsOf[row.Id]]); }
        return rows;
    }
}
