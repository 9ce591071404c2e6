using System.Runtime.CompilerServices;
using Loim.Data;
using Loim.Modules;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;

namespace Loim.People;

internal sealed class PersonalData(PeopleDb db, Reading reading, TimeProvider time) : IPersonalData
{
    /// <remarks>Five years after the last service is the municipality's own limit until the statutes say otherwise.</remarks>
    public IReadOnlyList<Retention> Retention { get; } = [new("retention.person", TimeSpan.FromDays(5 * 365), "retention.ground")];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == person, ct);
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
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var found = await db.People.FirstOrDefaultAsync(p => p.Id == person, ct);
        if (found is null || found.ErasedAt is not null) { return 0; }
        found.Erase(time.GetUtcNow().UtcDateTime);
        return 1;
    }
}
