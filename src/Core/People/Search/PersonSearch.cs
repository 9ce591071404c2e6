using Loim.Data;
using Loim.People.Register;

namespace Loim.People.Search;

/// <summary>A person is found by a part of the name in any script, by the whole personal code, or by the whole telephone number.</summary>
internal static class PersonSearch
{
    public const string Table = "people_people";

    /// <summary>Each person once: a record that was merged leads to the one that stands for both.</summary>
    public static IQueryable<Person> Matching(this PeopleDb db, string text, BlindIndex index)
    {
        var found = db.Standing(db.Ids(text, index));
        return db.People.Where(p => found.Contains(p.Id));
    }

    public static IQueryable<Guid> Standing(this PeopleDb db, IQueryable<Guid> ids) =>
        ids.Select(id => db.Aliases.Where(a => a.Id == id).Select(a => (Guid?)a.PersonId).FirstOrDefault() ?? id);

    private static IQueryable<Guid> Ids(this PeopleDb db, string text, BlindIndex index)
    {
        if (PersonalCode.TryParse(text, out var code))
        {
            var sought = index.Of(code.Text);
            return db.People.Where(p => p.CodeIndex == sought).Select(p => p.Id);
        }
        if (Phone.Normal(text) is { } phone)
        {
            var sought = new Sealed<string>(phone);
            return db.People.Where(p => p.Phone == sought).Select(p => p.Id);
        }
        return db.Find(Table, text);
    }

    public static bool IsEnough(string? text) => Trigrams.CanFind(text);
}
