using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Merging;

[Scoped]
internal sealed class PersonCodes(House<PeopleDb> house, Aliases aliases, BlindIndex index) : IPersonCodes
{
    public async Task<IReadOnlyList<Guid>> RecordsOf(string code)
    {
        if (!PersonalCode.TryParse(code, out var known)) { return []; }
        var sought = index.Of(known.Text);
        return await house.Db.People.Where(p => p.CodeIndex == sought).Select(p => (Guid?)p.Id).FirstOrDefaultAsync() is { } person ? await aliases.Of(person) : [];
    }
}
