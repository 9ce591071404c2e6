using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Rights;

[Scoped]
internal sealed class PersonRecords(House<PeopleDb> house, Aliases aliases, Work work, CurrentViewer current, TimeProvider time) : IPersonRecords
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Guid>> Of(Guid person) => await aliases.Of(person);

    public async Task<IReadOnlyCollection<Guid>> Restricted() =>
        await house.Db.Restrictions.Where(r => r.LiftedAt == null).Select(r => r.PersonId).Distinct().ToListAsync();

    public Task Restrict(Guid person, string reason) => work.DoEvenRestricted(async () =>
    {
        var restricted = await Restricted();
        foreach (var record in (await aliases.Of(person)).Except(restricted))
        {
            house.Db.Add(new Restriction { PersonId = record, Reason = Secret.Of(reason), At = Now, By = current.Viewer.Name });
        }
    });

    public Task Lift(Guid person) => work.DoEvenRestricted(async () =>
    {
        var records = await aliases.Of(person);
        foreach (var it in await house.Db.Restrictions.Where(r => records.Contains(r.PersonId) && r.LiftedAt == null).ToListAsync()) { it.Lift(Now, current.Viewer.Name); }
    });
}
