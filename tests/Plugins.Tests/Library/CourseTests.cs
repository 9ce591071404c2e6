using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rakvere.Library;
using Rakvere.Library.Courses;
using Rakvere.Library.Courses.Learners;

namespace Loim.Plugins.Tests.Library;

public sealed class CourseTests : IAsyncLifetime
{
    private readonly TestHouse house = TestHouse.With(new LibraryModule());
    private readonly Course course = Course.Open(new("Digioskused", "et", "Saal", new(2025, 8, 1), new(2025, 9, 12), Places: 3, PlanLine: null));

    public Task InitializeAsync() => Write(db => db.Add(course));

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Theory]
    [InlineData("", "Starter")]
    [InlineData("mail", "Starter")]
    [InlineData("mail,sign", "Basic")]
    [InlineData("mail,sign,search", "Basic")]
    [InlineData("mail,sign,search,device", "Independent")]
    public void A_level_is_told_by_what_somebody_does_alone(string skills, string level) => DigitalSkills.Level(skills.Split(',')).ToString().ShouldBe(level);

    [Fact]
    public async Task A_course_that_ends_is_one_event_with_those_who_stayed()
    {
        await Enrol("mail");
        await Enrol("mail", "sign");
        await Enrol();
        (await Finish()).ShouldBeFalse("nobody was checked again");
        await Check(1, "mail", "sign", "search");
        await Check(2, "mail", "sign");
        (await Finish()).ShouldBeFalse("the third is still open");
        await Write(db => db.Learners.Single(l => l.Number == 3).Leave());
        (await Finish()).ShouldBeTrue();
        (await Finish()).ShouldBeFalse("it is over");
        house.Scalar<string>("SELECT \"Kind\" || ' ' || \"Newcomers\" || ' ' || \"Locals\" FROM events_events").ShouldBe("course 2 0");
        (await Figure("library.learners")).ShouldBe(["level.Basic", "level.Basic"]);
        (await Figure("library.improved")).ShouldBe(["level.Basic"]);
        (await Figure("events.held")).ShouldBe(["kind.course"]);
    }

    [Fact]
    public async Task A_later_check_replaces_an_earlier_and_takes_back_that_somebody_left()
    {
        await Enrol("mail");
        await Write(db => db.Learners.Single().Leave());
        await Check(1, "mail", "sign");
        await Check(1, "mail");
        var learner = await Read(db => db.Learners.SingleAsync());
        (learner.Left, learner.EntryLevel, learner.OutcomeLevel).ShouldBe((false, SkillLevel.Starter, SkillLevel.Starter));
        learner.Outcome.ShouldBe(["mail"]);
    }

    [Fact]
    public async Task No_more_learners_than_places_are_taken_on_however_many_ask_at_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Enrol("mail"))));
        asked.Count(learner => learner is not null).ShouldBe(3);
        (await Read(db => db.Learners.Select(l => l.Number).Order().ToListAsync())).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Only_the_library_sees_its_courses()
    {
        await Enrol("mail");
        Task<int> Seen(string permission) => house.As(TestHouse.Somebody(permission), async s => await s.GetRequiredService<LibraryDb>().Courses.CountAsync() + await s.GetRequiredService<LibraryDb>().Learners.CountAsync());
        (await Seen("library.read")).ShouldBe(2);
        (await Seen("events.read")).ShouldBe(0);
    }

    private Task<Learner?> Enrol(params string[] skills) => house.As(Viewer.House, s => s.GetRequiredService<CourseBook>().Enrol(course.Id, "uk", false, skills));

    private Task<bool> Finish() => house.As(Viewer.House, s => s.GetRequiredService<CourseBook>().Finish(course.Id, new(2025, 9, 12), new(17, 0), new(18, 30)));

    private Task Check(int number, params string[] skills) => Write(db => db.Learners.Single(l => l.Number == number).Check(skills));

    private Task<List<string?>> Figure(string code) => house.As(Viewer.House, s =>
        s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).Select(e => e.Kind).ToListAsync());

    private Task<T> Read<T>(Func<LibraryDb, Task<T>> query) => house.As(Viewer.House, s => query(s.GetRequiredService<LibraryDb>()));

    private Task Write(Action<LibraryDb> change) => house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => change(s.GetRequiredService<LibraryDb>())));
}
