using Loim.Access;
using Loim.Cases.Assessments;
using Loim.Cases.Casework;
using Loim.Cases.Casework.Keeping;
using Loim.Cases.Notes;
using Loim.Cases.Plans;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Modules;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Case = Loim.Cases.Casework.Case;

namespace Loim.Core.Tests.Cases;

public sealed class CaseTests : IAsyncDisposable
{
    private readonly TestHouse house = Desk.House();
    private readonly Viewer manager = Casework.Manager();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Its_stage_follows_from_its_data()
    {
        var it = await house.OpenCase(manager);
        (await StageOf(it)).ShouldBe(Stage.New);
        await house.In(manager, it.Id, (c, db) => db.Add(c.Assess(Casework.Scores((LifeDomain.Work, 1)), null, manager, Desk.Today)));
        (await StageOf(it)).ShouldBe(Stage.Assessed);
        await house.In(manager, it.Id, (c, db) =>
        {
            var goal = c.SetGoal("Töötan oma erialal", LifeDomain.Work, Desk.Today);
            goal.Add("Diplomi hindamise taotlus", StepDoer.Client, Desk.Today.AddDays(7));
            db.Add(goal);
        });
        (await StageOf(it)).ShouldBe(Stage.Planned);
        await house.In(manager, it.Id, (c, db) => db.Steps.Single(s => s.CaseId == c.Id).Do(Desk.Today));
        (await StageOf(it)).ShouldBe(Stage.InProgress);
        (await Close(it)).ShouldBeTrue();
        (await StageOf(it)).ShouldBe(Stage.Closed);
        (await Reopen(manager, it)).ShouldBeTrue();
        (await StageOf(it)).ShouldBe(Stage.InProgress);
    }

    [Fact]
    public async Task Nothing_is_added_to_a_closed_case()
    {
        var it = await house.OpenCase(manager);
        await Close(it);
        (await house.In(manager, it.Id, (c, db) => db.Add(c.Note("hilinenud", NoteLevel.Case, manager, house.Clock.GetUtcNow().UtcDateTime)))).ShouldBeFalse();
        (await Close(it)).ShouldBeFalse();
        house.Scalar<int>("SELECT count(*) FROM cases_notes").ShouldBe(0);
        it.Close(CaseOutcome.MovedAway, null, manager, Desk.Today);
        Should.Throw<InvalidOperationException>(() => it.SetGoal("hilinenud", null, Desk.Today));
    }

    [Fact]
    public async Task Opened_again_it_keeps_who_closed_it_when_and_how_and_who_goes_on_with_it_and_why()
    {
        var it = await house.OpenCase(manager);
        await Close(it);
        house.Clock.Advance(TimeSpan.FromDays(9));
        var colleague = Casework.Manager();
        (await Reopen(colleague, it)).ShouldBeTrue();
        (await Reopen(colleague, it)).ShouldBeFalse("it is open");
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Close(it);
        var closures = await house.Read(manager, db => db.Closures.OrderBy(c => c.Id).ToListAsync());
        closures.Select(c => c.ClosedOn).ShouldBe([Desk.Today, Desk.Today.AddDays(10)]);
        var (before, last) = (closures[0], closures[1]);
        (before.ClosedBy, before.Outcome, before.ReopenedOn, before.ReopenedBy)
            .ShouldBe((manager.Account, CaseOutcome.GoalsReached, (DateOnly?)Desk.Today.AddDays(9), (Guid?)colleague.Account));
        last.ReopenedOn.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => before.Reopen("Veel kord", colleague, Desk.Today));
        (await house.Read(Casework.Manager("City"), db => db.Closures.CountAsync())).ShouldBe(0, "who does not see the case does not see how it ended");
        house.Scalar<int>("SELECT count(*) FROM cases_closures WHERE Ending LIKE '%töö%' OR ReopenReason LIKE '%tagasi%'").ShouldBe(0, "words are encrypted");
    }

    [Fact]
    public async Task How_it_ended_is_handed_out_with_the_persons_data_and_its_words_go_with_them()
    {
        var it = await house.OpenCase(manager);
        await Close(it);
        await Reopen(manager, it);
        await house.As(Viewer.House, async s =>
        {
            var data = s.GetServices<IPersonalData>().OfType<CaseData>().Single();
            var closure = (await data.Export(it.PersonId, default).ToListAsync()).Single(r => r.Section == "closure");
            closure.Values.Values.ShouldBe(["GoalsReached", "Leidis töö", "Tuli tagasi"], ignoreOrder: true);
            await s.GetRequiredService<Work>().Do(() => data.Erase(it.PersonId, default));
        });
        house.Scalar<int>("SELECT count(*) FROM cases_closures WHERE Ending IS NULL AND ReopenReason IS NULL AND Outcome = 'GoalsReached'").ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_open_it_at_once_one_does()
    {
        var person = await house.SomePerson();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.As(Casework.Manager(), s => s.GetRequiredService<CaseBook>().Open(person, "Vajab abi"))));
        opened.Count(o => o is not null).ShouldBe(1);
        (await house.As(Casework.Manager("library"), s => s.GetRequiredService<CaseBook>().Open(person, "Vajab abi"))).ShouldNotBeNull("another organisation has cases of its own");
    }

    [Fact]
    public async Task Of_two_records_of_one_person_one_has_an_open_case()
    {
        var (kept, duplicate) = (await house.SomePerson(), await house.SomePerson());
        (await house.As(Viewer.House, s => s.GetRequiredService<Aliases>().Merge(kept, duplicate))).ShouldBeTrue();
        var first = await house.OpenCase(manager, duplicate);
        (await house.OpenCase(manager, kept)).ShouldBeNull();
        await Close(first);
        var second = await house.OpenCase(manager, kept);
        second.ShouldNotBeNull();
        (await Reopen(manager, first)).ShouldBeFalse("the other one is open");
        await Close(second);
        (await Reopen(manager, first)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_seen_by_its_manager_by_colleagues_and_by_those_who_may_see_all_and_so_is_what_belongs_to_it()
    {
        var owner = Casework.Manager("NGO");
        var it = await house.OpenCase(owner);
        await house.In(owner, it.Id, (c, db) =>
        {
            db.Add(c.Assess(Casework.Scores((LifeDomain.Work, 1)), null, owner, Desk.Today));
            db.Add(c.SetGoal("Räägin eesti keelt", LifeDomain.Language, Desk.Today));
            db.Add(c.Note("Kohtusime", NoteLevel.Case, owner, house.Clock.GetUtcNow().UtcDateTime));
        });
        foreach (var viewer in new[] { owner, Casework.Manager("NGO"), Casework.Manager("City", "cases.see-all") }) { (await Rows(viewer)).ShouldBe([1, 1, 1, 1, 1, 1]); }
        foreach (var viewer in new[] { Casework.Manager("City"), Casework.Manager(), Desk.Adviser("NGO"), TestHouse.Somebody("cases.see-all") })
        {
            (await Rows(viewer)).ShouldBe([0, 0, 0, 0, 0, 0]);
        }
    }

    [Fact]
    public async Task A_note_for_its_author_alone_is_closed_to_colleagues_and_to_those_who_see_all()
    {
        var it = await house.OpenCase(manager);
        await house.In(manager, it.Id, (c, db) => db.Add(c.Note("Ainult mulle", NoteLevel.Author, manager, house.Clock.GetUtcNow().UtcDateTime)));
        (await house.Read(manager, db => db.Notes.CountAsync())).ShouldBe(1);
        (await house.Read(Casework.Manager(), db => db.Notes.CountAsync())).ShouldBe(0);
        (await house.Read(Casework.Manager(null, "cases.see-all"), db => db.Notes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Its_opening_is_taken_back_on_the_same_day_and_while_it_is_empty()
    {
        var (empty, full, old) = (await house.OpenCase(manager), await house.OpenCase(manager), await house.OpenCase(manager));
        await house.In(manager, full.Id, (c, db) => db.Add(c.Note("Kohtusime", NoteLevel.Author, manager, house.Clock.GetUtcNow().UtcDateTime)));
        (await TakeBack(Casework.Manager(), empty)).ShouldBeFalse("a colleague's");
        (await TakeBack(manager, empty)).ShouldBeTrue();
        (await TakeBack(manager, full)).ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await TakeBack(manager, old)).ShouldBeFalse();
    }

    private Task<Stage> StageOf(Case it) => house.Read(manager, db => db.Cards.Where(c => c.Id == it.Id).Select(c => c.Stage).SingleAsync());

    private Task<bool> Close(Case it) => house.As(manager, s => s.GetRequiredService<CaseBook>().Close(it.Id, CaseOutcome.GoalsReached, "Leidis töö"));

    private Task<bool> Reopen(Viewer by, Case it) => house.As(by, s => s.GetRequiredService<CaseBook>().Reopen(it.Id, "Tuli tagasi"));

    private Task<bool> TakeBack(Viewer by, Case it) => house.As(by, s => s.GetRequiredService<CaseBook>().TakeBack(it.Id));

    private Task<List<int>> Rows(Viewer by) => house.Read(by, async db => new List<int>
    {
        await db.Cases.CountAsync(), await db.Cards.CountAsync(), await db.Assessments.CountAsync(),
        await db.Ratings.CountAsync(), await db.Goals.CountAsync(), await db.Notes.CountAsync(),
    });
}
