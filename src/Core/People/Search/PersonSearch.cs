using Loim.Data;
using Loim.People.Register;

namespace Loim.People.Search;

/// <summary>A person is found by a part of the name in any script, by the whole personal code, or by the whole telephone number.</summary>
internal static class PersonSearch
{
    public const string Table = "people_people";

    public static IQueryable<Person> Matching(this PeopleDb db, string text, BlindIndex index)
    {
        if (PersonalCode.TryParse(text, out var code))
        {
            var sought = index.Of(code.Text);
            return db.People.Where(p => p.CodeIndex == sought);
        }
        if (Phone.Normal(text) is { } phone)
        {
            var sought = new Sealed<string>(phone);
            return db.People.Where(p => p.Phone == sought);
        }
        var found = db.Find(Table, text);
        return db.People.Where(p => found.Contains(p.Id));
    }

    public static bool IsEnough(string? text) => Trigrams.CanFind(text);
}
