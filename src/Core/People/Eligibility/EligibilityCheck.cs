using Loim.Data;
using Loim.Modules;
using Loim.People.Merging;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Eligibility;

[Scoped]
internal sealed class EligibilityCheck(House<PeopleDb> house, Aliases aliases, Reading reading) : IEligibility
{
    public async Task<EligibilityVerdict> Of(Guid person, DateOnly on, EligibilityRule? rule = null)
    {
        rule ??= new();
        var records = await aliases.Of(person);
        var standing = records[0];
        var found = await house.Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == standing && p.ErasedAt == null);
        if (found is null) { return new(EligibilityReason.Nobody); }
        var verdict = ByRule(found, on, rule);
        if (verdict.IsEligible) { return verdict; }
        var excepted = await house.Db.EligibilityExceptions
            .AnyAsync(e => records.Contains(e.PersonId) && e.EndedAt == null && e.From <= on && (e.Until == null || e.Until >= on));
        return excepted ? new(EligibilityReason.Exception) : verdict;
    }

    private EligibilityVerdict ByRule(Person person, DateOnly on, EligibilityRule rule)
    {
        if (rule.Groups?.Contains(person.TargetGroup) == false) { return new(EligibilityReason.OtherGroup); }
        // Who was born after the service has no age to go by: the date is wrong, or invented.
        if (BornOn(person) is not { } born || born > on) { return new(EligibilityReason.AgeUnknown); }
        var from = born.AddYears(rule.FromAge);
        return from <= on ? new(EligibilityReason.Eligible) : new(EligibilityReason.TooYoung, from);
    }

    /// <summary>A code carries the birth date where none is kept beside it.</summary>
    private DateOnly? BornOn(Person person) =>
        person.BirthDate is { } born ? reading.Open(person.Id, born)
        : person.Code is { } code && PersonalCode.TryParse(reading.Open(person.Id, code, Person.CodePlace(person.Id)), out var known) ? known.Born
        : null;
}
