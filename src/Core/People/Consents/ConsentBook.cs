using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Consents;

[Scoped]
internal sealed class ConsentBook(House<PeopleDb> house, Aliases aliases, Work work, CurrentViewer current, TimeProvider time) : IConsents
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<bool> Stands(Guid person, ConsentPurpose purpose) => await (await Standing(person, purpose)).AnyAsync();

    public Task Give(Guid person, ConsentPurpose purpose, string language) => work.Do(async () =>
    {
        if (await Stands(person, purpose)) { return; }
        house.Db.Add(new Consent
        {
            PersonId = person, Purpose = purpose, Wording = Consent.CurrentWording, Language = language, GivenAt = Now, GivenTo = current.Viewer.Name,
        });
        work.Record(new ConsentGiven(person, purpose));
    });

    public Task Withdraw(Guid person, ConsentPurpose purpose) => work.DoEvenRestricted(async () =>
    {
        foreach (var consent in await (await Standing(person, purpose)).ToListAsync())
        {
            consent.Withdraw(Now, current.Viewer.Name);
            work.Record(new ConsentWithdrawn(consent.PersonId, purpose));
        }
    });

    private async Task<IQueryable<Consent>> Standing(Guid person, ConsentPurpose purpose)
    {
        var records = await aliases.Of(person);
        return house.Db.Consents.Where(c => records.Contains(c.PersonId) && c.Purpose == purpose && c.WithdrawnAt == null);
    }
}
