using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Loim.People.Eligibility;
using Loim.People.Households;
using Loim.People.Register;
using Loim.People.Rights;
using Microsoft.EntityFrameworkCore;

namespace Loim.People;

internal sealed class PersonalData(House<PeopleDb> house, Households.Households households, Reading reading, TimeProvider time) : IPersonalData
{
    private PeopleDb Db => house.Db;

    /// <remarks>Five years after the last service is the municipality's own limit until the statutes say otherwise.</remarks>
    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.person", TimeSpan.FromDays(5 * 365), "retention.ground", before =>
            Due.OfPersons(Db.People.Where(p => p.ErasedAt == null && p.AddedAt < before).Select(p => p.Id), person => Erase(person, default))),
        new("retention.consent", TimeSpan.FromDays(3 * 365), "retention.proof", before =>
            Due.Of(Db.Consents.Where(c => c.WithdrawnAt < before), c => Db.Remove(c))),
        new("retention.import", TimeSpan.FromDays(30), "retention.ground", before =>
            Due.Of(Db.Imports.Where(i => i.Content != null && i.At < before), i => i.Content = null)),
    ];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == person, ct);
        if (found is null) { yield break; }
        string? Open(Sealed<string>? value) => value is { } known ? reading.Open(person, known) : null;
        yield return new PersonalRecord("person", Days.DayOf(found.AddedAt), new Dictionary<string, string?>
        {
            ["given-name"] = Open(found.GivenName),
            ["family-name"] = Open(found.FamilyName),
            ["own-name"] = Open(found.OwnName),
            ["birth-date"] = found.BirthDate is { } born ? $"{reading.Open(person, born):yyyy-MM-dd}" : null,
            ["code"] = found.Code is { } code ? reading.Open(person, code, Person.CodePlace(person)) : null,
            ["target-group"] = found.TargetGroup.ToString(),
            ["language"] = found.Language.ToString(),
            ["phone"] = Open(found.Phone),
            ["email"] = Open(found.Email),
            ["arrived-on"] = found.ArrivedOn is { } day ? $"{day:yyyy-MM-dd}" : null,
            ["basis"] = found.Basis?.ToString(),
            ["area"] = found.Area,
            ["contact-channel"] = found.Channel?.ToString(),
            ["speaks.Estonian"] = found.Estonian?.ToString(),
            ["speaks.English"] = found.English?.ToString(),
            ["speaks.Russian"] = found.Russian?.ToString(),
            ["speaks.Ukrainian"] = found.Ukrainian?.ToString(),
            ["other-languages"] = found.OtherLanguages,
            ["contact-confirmed"] = found.ContactConfirmedOn is { } confirmed ? $"{confirmed:yyyy-MM-dd}" : null,
        });
        await foreach (var more in Household(person, ct)) { yield return more; }
        await foreach (var more in Said(person, ct)) { yield return more; }
    }

    private async IAsyncEnumerable<PersonalRecord> Household(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var member in await Db.HouseholdMembers.AsNoTracking().Where(m => m.PersonId == person).ToListAsync(ct))
        {
            yield return new PersonalRecord("household", Days.DayOf(member.AddedAt), new Dictionary<string, string?> { ["relation"] = member.Relation.ToString() });
        }
        foreach (var child in await Children(person).AsNoTracking().ToListAsync(ct))
        {
            yield return new PersonalRecord("household.child", Days.DayOf(child.AddedAt), new Dictionary<string, string?>
            {
                ["name"] = child.Name is { } name ? reading.Open(person, name) : null,
                ["birth-date"] = child.BirthDate is { } born ? $"{reading.Open(person, born):yyyy-MM-dd}" : null,
                ["relation"] = child.Relation.ToString(),
            });
        }
    }

    /// <summary>Consents, corrections, restrictions and exceptions.</summary>
    private async IAsyncEnumerable<PersonalRecord> Said(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var consent in await Db.Consents.AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.GivenAt).ToListAsync(ct))
        {
            yield return new PersonalRecord("consents", Days.DayOf(consent.GivenAt), new Dictionary<string, string?>
            {
                ["consent.purpose"] = consent.Purpose.ToString(),
                ["consent.version"] = consent.Wording,
                ["consent.language"] = consent.Language,
                ["consent.withdrawn-at"] = consent.WithdrawnAt is { } at ? $"{at:O}" : null,
            });
        }
        foreach (var correction in await Db.Corrections.AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.At).ToListAsync(ct))
        {
            yield return new PersonalRecord("correction", Days.DayOf(correction.At), new Dictionary<string, string?>
            {
                ["correction.before"] = $"{correction.Field}: {reading.Open(person, correction.Before, Correction.BeforePlace(correction.Id))}",
            });
        }
        foreach (var restriction in await Db.Restrictions.AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.At).ToListAsync(ct))
        {
            yield return new PersonalRecord("restricted", Days.DayOf(restriction.At), new Dictionary<string, string?>
            {
                ["restriction.reason"] = reading.Open(person, restriction.Reason, Restriction.ReasonPlace(restriction.Id)),
                ["restriction.lifted"] = restriction.LiftedAt is { } at ? $"{Days.DayOf(at):yyyy-MM-dd}" : null,
            });
        }
        foreach (var exception in await Db.EligibilityExceptions.AsNoTracking().Where(e => e.PersonId == person).ToListAsync(ct))
        {
            yield return new PersonalRecord("eligibility.exceptions", exception.From, new Dictionary<string, string?>
            {
                ["eligibility.reason"] = reading.Open(person, exception.Reason, EligibilityException.ReasonPlace(exception.Id)),
            });
        }
    }

    /// <summary>Of the households in which they live, or lived when the child came: whoever has left learns nothing of what came after.</summary>
    private IQueryable<HouseholdMember> Children(Guid person) => Db.HouseholdMembers.Where(child => child.PersonId == null
        && Db.HouseholdMembers.Any(own => own.PersonId == person && own.HouseholdId == child.HouseholdId && (own.LeftAt == null || child.AddedAt < own.LeftAt)));

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var found = await Db.People.FirstOrDefaultAsync(p => p.Id == person, ct);
        if (found is null || found.ErasedAt is not null) { return 0; }
        found.Erase(time.GetUtcNow().UtcDateTime);
        var consents = await Db.Consents.Where(c => c.PersonId == person).ToListAsync(ct);
        var exceptions = await Db.EligibilityExceptions.Where(e => e.PersonId == person).ToListAsync(ct);
        Db.RemoveRange(consents);
        Db.RemoveRange(exceptions);
        var corrections = await Db.Corrections.Where(c => c.PersonId == person).ToListAsync(ct);
        var restrictions = await Db.Restrictions.Where(r => r.PersonId == person).ToListAsync(ct);
        Db.RemoveRange(corrections);
        Db.RemoveRange(restrictions);
        return 1 + consents.Count + exceptions.Count + corrections.Count + restrictions.Count + await households.Forget(person, ct);
    }
}
