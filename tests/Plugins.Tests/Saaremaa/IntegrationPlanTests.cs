using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.Modules;
using Loim.People.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saaremaa.IntegrationPlan;
using Saaremaa.IntegrationPlan.Plans;
using Saaremaa.IntegrationPlan.Questions;
using Saaremaa.IntegrationPlan.Steps;

namespace Loim.Plugins.Tests.Saaremaa;

/// <summary>Who sees a plan, what it keeps, and what is counted of it.</summary>
public sealed class IntegrationPlanTests : IAsyncLifetime
{
    private static readonly DateOnly Made = new(2025, 7, 7);
    private readonly TestHouse house = TestHouse.With(new IntegrationPlanModule());
    private readonly Viewer maker = TestHouse.Somebody("people.read", "integration-plan.write");
    private readonly Person person = Crowd.Person("Solomiia", "Chaika");
    private Plan plan = default!;
    private Step step = default!;

    public async Task InitializeAsync()
    {
        await house.Add(person);
        plan = Plan.Make(person.Id, Questionnaire.Current, "uk", maker.Account, Made, Made.AddMonths(6), null);
        var goal = plan.Aim("Töö leidmine");
        step = goal.Take("Töötukassasse", Doer.Person, Made.AddDays(10));
        await Do(db => db.AddRange(plan, plan.Answer("work", "Olin õpetaja")!, goal, step));
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public void A_plan_asks_what_its_own_questionnaire_asked()
    {
        var early = Plan.Make(person.Id, 1, "et", maker.Account, Made, Made.AddDays(1), null);
        early.Answer("community", "Laulan kooris").ShouldBeNull();
        plan.Answer("community", "Laulan kooris").ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => Plan.Make(person.Id, 99, "et", maker.Account, Made, Made.AddDays(1), null));
        Should.Throw<ArgumentException>(() => Plan.Make(person.Id, 1, "et", maker.Account, Made, Made, null));
    }

    [Fact]
    public void A_plan_is_taken_back_by_its_maker_on_its_day_as_long_as_nothing_was_added_or_sent()
    {
        var early = Plan.Make(person.Id, 1, "et", maker.Account, Made, Made.AddDays(1), null);
        early.MayTakeBack(maker.Account, Made, hasGoals: false).ShouldBeTrue();
        early.MayTakeBack(Guid.CreateVersion7(), Made, hasGoals: false).ShouldBeFalse();
        early.MayTakeBack(maker.Account, Made.AddDays(1), hasGoals: false).ShouldBeFalse();
        early.MayTakeBack(maker.Account, Made, hasGoals: true).ShouldBeFalse();
        early.Send(Made, Made.AddDays(30));
        (early.HasLink(Made.AddDays(30)), early.HasLink(Made.AddDays(31))).ShouldBe((true, false));
        early.EndLink();
        early.MayTakeBack(maker.Account, Made, hasGoals: false).ShouldBeFalse("the letter is on its way");
    }

    [Fact]
    public void Every_question_of_every_version_has_a_field_that_holds_a_whole_answer()
    {
        var form = new Filled();
        foreach (var question in Questionnaire.Versions.SelectMany(v => v.Value).Distinct()) { form.Of(question).Max.ShouldBe(Answer.Longest); }
        form.IsEmpty(Questionnaire.Current).ShouldBeTrue();
    }

    [Fact]
    public async Task A_plan_is_seen_by_its_maker_and_by_those_who_may_read_all()
    {
        foreach (var outsider in new[] { TestHouse.Somebody("people.read", "integration-plan.write"), TestHouse.Somebody("people.*", "cases.*", "programme.read") })
        {
            (await Rows(outsider)).ShouldBe((0, 0, 0, 0));
        }
        (await Rows(maker)).ShouldBe((1, 1, 1, 1));
        (await Rows(TestHouse.Somebody("integration-plan.read"))).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public async Task A_plan_is_counted_when_made_and_once_when_its_first_step_is_done()
    {
        (await Figure("integration-plan.made")).ShouldHaveSingleItem().On.ShouldBe(Made);
        (await Figure("integration-plan.started")).ShouldBeEmpty();
        await Do(db => db.Steps.Single().Done(Made.AddDays(5)));
        await Do(db => db.Steps.Single().Done(Made.AddDays(9)));
        (await Figure("integration-plan.started")).ShouldHaveSingleItem().On.ShouldBe(Made.AddDays(5));
        await Do(db => db.Steps.Single().Reopen());
        (await Figure("integration-plan.started")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_said_is_encrypted_exported_and_forgotten_while_the_count_stays()
    {
        house.Scalar<string>("SELECT group_concat(\"Text\") FROM integration_plan_answers").ShouldNotContain("õpetaja");
        var exported = await house.As(Viewer.House, async s => await Data(s).Export(person.Id, default).ToListAsync());
        exported.Select(r => r.Section).ShouldBe(["data.plan", "data.goal", "data.step"]);
        exported[0].Values["question.work"].ShouldBe("Olin õpetaja");
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => Data(s).Erase(person.Id, default)));
        (await house.As(Viewer.House, async s => await Data(s).Export(person.Id, default).ToListAsync())).ShouldBeEmpty();
        (await Rows(Viewer.House)).ShouldBe((1, 0, 1, 1));
        (await Figure("integration-plan.made")).ShouldHaveSingleItem().Person.ShouldBeNull();
    }

    private static IPersonalData Data(IServiceProvider services) => services.GetServices<IPersonalData>().Single(d => d is IntegrationPlanData);

    private Task<(int, int, int, int)> Rows(Viewer viewer) => house.As(viewer, async s =>
    {
        var db = s.GetRequiredService<IntegrationPlanDb>();
        return (await db.Plans.CountAsync(), await db.Answers.CountAsync(), await db.Goals.CountAsync(), await db.Steps.CountAsync());
    });

    private Task<List<Evidence>> Figure(string code) => house.As(Viewer.House, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).ToListAsync());

    private Task Do(Action<IntegrationPlanDb> change) =>
        house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s.GetRequiredService<IntegrationPlanDb>())));

    private sealed class Filled : AnswerForm;
}
