using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Search;

/// <summary>Who on record may be the same person. Checked with the eyes of the house: a verdict must not depend on who asks.</summary>
[Scoped]
internal sealed class Duplicates(House<PeopleDb> house, BlindIndex index)
{
    private const int Most = 5;

    /// <summary>The person who has the code; two can never have one.</summary>
    public async Task<Guid?> WithCode(PersonalCode? code, Guid? except = null)
    {
        if (code is null) { return null; }
        var sought = index.Of(code.Value.Text);
        return await house.Db.People.Where(p => p.CodeIndex == sought && p.Id != except).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
    }

    /// <summary>Persons whose names are made of the same words in any script, and those born on the same day with one of the names.</summary>
    public async Task<IReadOnlyList<Guid>> Like(string given, string family, string? ownName, DateOnly? born)
    {
        var found = new List<Guid>();
        foreach (var name in new[] { $"{given} {family}", ownName }.OfType<string>()) { found.AddRange(await Of(name, null)); }
        if (born is not null)
        {
            foreach (var name in new[] { given, family }) { found.AddRange(await Of(name, born)); }
        }
        return [.. found.Distinct().Take(Most)];
    }

    private async Task<List<Guid>> Of(string name, DateOnly? born)
    {
        if (!Trigrams.CanFind(name)) { return []; }
        var like = house.Db.Standing(house.Db.Find(PersonSearch.Table, name));
        var people = house.Db.People.Where(p => like.Contains(p.Id));
        if (born is { } day)
        {
            var sought = new Sealed<DateOnly>(day);
            people = people.Where(p => p.BirthDate == sought);
        }
        return await people.OrderBy(p => EF.Property<string>(p, PersonCards.Fold)).Select(p => p.Id).Take(Most).ToListAsync();
    }
}
