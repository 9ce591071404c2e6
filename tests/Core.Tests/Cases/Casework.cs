using Loim.Access;
using Loim.Cases;
using Loim.Cases.Assessments;
using Loim.Cases.Casework;
using Loim.Cases.Casework.Handling;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Microsoft.Extensions.DependencyInjection;
using Case = Loim.Cases.Casework.Case;

namespace Loim.Core.Tests.Cases;

/// <summary>Cases for tests.</summary>
internal static class Casework
{
    public static Viewer Manager(string? organisation = null, params string[] more) => Viewer.Of(Guid.CreateVersion7(), "Anneli Kasemägi", organisation,
        new HashSet<string>(["cases.casework", "people.read", .. more]));

    public static async Task<Case> OpenCase(this TestHouse house, Viewer by, Guid? person = null)
    {
        var about = person ?? await house.SomePerson();
        return (await house.As(by, s => s.GetRequiredService<CaseBook>().Open(about, "Otsib tööd ja korterit")))!;
    }

    public static async Task<Guid> SomePerson(this TestHouse house)
    {
        var person = Crowd.Person("Marichka", "Dolynna", "Марічка Долинна");
        await house.Add(person);
        return person.Id;
    }

    public static Task<bool> In(this TestHouse house, Viewer by, Guid id, Action<Case, CasesDb> act) => house.As(by, s =>
    {
        var db = s.GetRequiredService<CasesDb>();
        return s.GetRequiredService<CaseBook>().InOpen(id, it => act(it, db));
    });

    public static Task<T> Read<T>(this TestHouse house, Viewer by, Func<CasesDb, Task<T>> read) => house.As(by, s => read(s.GetRequiredService<CasesDb>()));

    public static Dictionary<LifeDomain, int> Scores(params (LifeDomain Domain, int Score)[] scores) => scores.ToDictionary(s => s.Domain, s => s.Score);
}
