using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Microsoft.EntityFrameworkCore;

namespace Loim.Letters.Links;

[Scoped]
internal sealed class PersonalLinks(House<LettersDb> house, Work work, BlindIndex index, CurrentViewer current, HouseAddress address, TimeProvider time) : IPersonalLinks
{
    public async Task<string> Make(NewLink wanted)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var link = new PersonalLink
        {
            Purpose = wanted.Purpose, Subject = wanted.Subject, PersonId = wanted.Person, Once = wanted.Once, MadeAt = now, EndsAt = now + wanted.Life,
        };
        await work.Do(() => house.Db.Add(link));
        return address.Of(string.Format(null, wanted.Page, new LinkToken(link.Id).Write(wanted.Purpose, index)));
    }

    public async Task<OpenLink?> Open(string purpose, string? token)
    {
        if (LinkToken.Read(token, purpose, index) is not { } known) { return null; }
        var link = await house.Db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.Id == known.Id && l.Purpose == purpose);
        if (link is null || !link.IsOpen(time.GetUtcNow().UtcDateTime)) { return null; }
        if (!current.Viewer.IsSignedIn) { current.Viewer = Viewer.ByLink(purpose); }
        current.Purpose = purpose;
        return new(link.Id, link.Subject, link.PersonId);
    }

    public async Task Use(OpenLink link)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var row = await house.Db.Links.SingleAsync(l => l.Id == link.Id);
        if (!row.IsOpen(now)) { throw new LinkEndedException(); }
        if (row.Once) { row.End(now); }
    }

    public Task Revoke(string purpose, Guid subject) => work.Do(async () =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var link in await house.Db.Links.Where(l => l.Subject == subject && l.Purpose == purpose && l.EndedAt == null).ToListAsync()) { link.End(now); }
    });
}
