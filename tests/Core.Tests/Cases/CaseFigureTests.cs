using Loim.Access;
using Loim.Cases.Assessments;
using Loim.Cases.Casework;
using Loim.Cases.Casework.Keeping;
using Loim.Cases.Invented;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Modules;
using Loim.People.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Cases;

public sealed class CaseFigureTests
{
    private static Task<List<Evidence>> Evidence(TestHouse house, Viewer viewer, string code) => house.As(viewer, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Year(2025)).ToListAsync());

    [Fact]
    public async Task Improvements_are_counted_from_one_assessment_to_the_next_and_open_to_those_who_see_the_case()
    {
        await using var house = Desk.House();
        var manager = Casework.Manager("NGO");
        var it = await house.OpenCase(manager);
        foreach (var score in new[] { 1, 3, 2, 3 })
        {
            await house.In(manager, it.Id, (c, db) => db.Add(c.Assess(Casework.Scores((LifeDomain.Work, score), (LifeDomain.Health, 2)), null, manager, Desk.Today)));
        }
        (await Evidence(house, Viewer.House, "cases.improved")).Select(e => e.Kind).ShouldBe(["domain.Work", "domain.Work"]);
        (await Evidence(house, Viewer.House, "cases.opened")).Single().Person.ShouldBe(it.PersonId);
        (await Evidence(house, Casework.Manager("NGO"), "cases.improved")).Count.ShouldBe(2);
        (await Evidence(house, Desk.Adviser("NGO"), "cases.improved")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_demonstration_has_cases_in_every_stage_and_erasing_a_person_takes_the_words_and_leaves_the_figures()
    {
        await using var house = Desk.House();
        await house.As(Viewer.House, async s =>
        {
            var scenery = new Scenery(30, 2025, Desk.Today, new Random(1));
            foreach (var module in s.GetServices<IDemonstration>().Where(m => m is InventedPeople or InventedCases)) { await module.Add(scenery, default); }
        });
        (await house.Read(Viewer.House, db => db.Cards.Select(c => c.Stage).Distinct().ToListAsync())).ShouldBe(Enum.GetValues<Stage>(), ignoreOrder: true);
        var figures = new[] { "cases.opened", "cases.improved", "cases.referrals-answered" };
        var counted = new List<int>();
        foreach (var code in figures) { counted.Add((await Evidence(house, Viewer.House, code)).Count); }
        counted.ShouldAllBe(c => c > 0);
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            var persons = await s.GetRequiredService<Loim.Cases.CasesDb>().Cases.Select(c => c.PersonId).ToListAsync();
            foreach (var person in persons) { await s.GetServices<IPersonalData>().OfType<CaseData>().Single().Erase(person, default); }
        }));
        foreach (var (index, code) in figures.Index()) { (await Evidence(house, Viewer.House, code)).Count.ShouldBe(counted[index]); }
        house.Scalar<int>("SELECT count(*) FROM cases_notes").ShouldBe(0);
        house.Scalar<int>("SELECT count(*) FROM cases_referrals WHERE Answer IS NOT NULL OR Contact IS NOT NULL").ShouldBe(0);
    }
}
