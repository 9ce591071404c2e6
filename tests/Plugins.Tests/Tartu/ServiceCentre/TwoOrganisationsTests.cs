using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tartu.ServiceCentre;
using Tartu.ServiceCentre.Counting;
using Tartu.ServiceCentre.Desks;
using Tartu.ServiceCentre.Registry;
using Tartu.ServiceCentre.Visits;

namespace Loim.Plugins.Tests.Tartu.ServiceCentre;

/// <summary>What staff of two organisations at one desk see of each other's work, and that figures are of both.</summary>
public sealed class TwoOrganisationsTests : IAsyncLifetime
{
    private readonly TestHouse house = TestHouse.With(new ServiceCentreModule());
    private readonly Viewer city = At(null);
    private readonly Viewer centre = At("Keskus");
    private readonly Viewer planner = TestHouse.Somebody("service-centre.statistics", "people.read", "cases.read", "programme.read");

    public async Task InitializeAsync()
    {
        await Record(city, "Residence", "advice");
        await Record(centre, "PersonalCode");
        await Record(centre, isJoint: true, services: ["advice", "digital"]);
        await house.As(centre, s => s.GetRequiredService<DeskBook>().CountBusCard());
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_organisation_sees_its_own_visits_and_the_joint_ones()
    {
        (await Read(city, db => db.Visits.Select(v => v.Organisation).ToListAsync())).ShouldBe([null, "Keskus"], ignoreOrder: true);
        (await Read(centre, db => db.Visits.CountAsync())).ShouldBe(2);
        (await Read(At("Keegi kolmas"), db => db.Visits.Select(v => v.IsJoint).ToListAsync())).ShouldBe([true]);
    }

    [Fact]
    public async Task What_belongs_to_a_visit_is_seen_with_it()
    {
        (await Read(city, db => db.RegistryServices.Select(r => r.Kind).ToListAsync())).ShouldBe([RegistryKind.Residence]);
        (await Read(centre, db => db.RegistryServices.Select(r => r.Kind).ToListAsync())).ShouldBe([RegistryKind.PersonalCode]);
        (await Read(city, db => db.VisitServices.CountAsync())).ShouldBe(4);
        (await Read(city, db => db.BusCards.CountAsync())).ShouldBe(0);
        (await Read(centre, db => db.Given.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Who_plans_reaches_no_row_and_has_the_numbers_of_both()
    {
        (await Read(planner, db => db.Visits.CountAsync())).ShouldBe(0);
        (await Read(planner, db => db.RegistryServices.CountAsync())).ShouldBe(0);
        (await Read(planner, db => db.Given.CountAsync())).ShouldBe(0);
        (await By("organisation")).ShouldBe([("Keskus", 4), ("", 2)]);
        (await By("service")).ShouldBe([("advice", 2), ("Residence", 1), ("PersonalCode", 1), ("digital", 1), ("bus-card", 1)], ignoreOrder: true);
        (await By("hour")).ShouldBe([("9", 6)]);
        (await By("month")).ShouldBe([("2025-09-01", 6)]);
        (await By("language")).ShouldBe([("English", 3)], "a visit speaks one language, a bus card none");
        (await By("basis")).ShouldBe([("", 3)]);
        (await By("topics")).ShouldBe([("", 2), ("permit", 1), ("work", 1)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("service-centre.visits", 3, 2)]
    [InlineData("service-centre.services", 6, 4)]
    [InlineData("service-centre.registry", 1, 0)]
    public async Task A_figure_is_of_both_and_opens_to_each_its_own(string code, int all, int theirs)
    {
        await house.As(city, s => s.GetRequiredService<Work>().Do(async () =>
        {
            var service = await s.GetRequiredService<ServiceCentreDb>().RegistryServices.SingleAsync();
            foreach (var paper in service.Checklist) { service.Tick(paper, true); }
            service.Settle(RegistryOutcome.Entered, new(2025, 9, 15)).ShouldBeTrue();
        }));
        Task<int> Seen(Viewer viewer) => house.As(viewer, s => s.GetServices<IIndicator>().Single(i => i.Code == code).Evidence(Period.Quarter(2025, 3)).CountAsync());
        (await Seen(Viewer.House)).ShouldBe(all);
        (await Seen(centre)).ShouldBe(theirs);
    }

    [Fact]
    public async Task A_colleague_takes_back_neither_a_visit_nor_a_card_of_another()
    {
        var visit = await Read(centre, db => db.Visits.Where(v => v.IsJoint).Select(v => v.Id).SingleAsync());
        (await house.As(city, s => s.GetRequiredService<DeskBook>().TakeBack(visit))).ShouldBeFalse();
        (await house.As(At("Keskus"), s => s.GetRequiredService<DeskBook>().TakeBackBusCard())).ShouldBeFalse();
        (await house.As(centre, s => s.GetRequiredService<DeskBook>().TakeBackBusCard())).ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await house.As(centre, s => s.GetRequiredService<DeskBook>().TakeBack(visit))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_visit_is_changed_by_those_whose_organisation_recorded_it_and_its_applications_follow()
    {
        var (joint, own) = (await Read(centre, db => db.Visits.Where(v => v.IsJoint).Select(v => v.Id).SingleAsync()), await Read(centre, db => db.Visits.Where(v => !v.IsJoint).Select(v => v.Id).SingleAsync()));
        Task<VisitRefusal?> Change(Viewer viewer, Guid visit, params string[] services) => house.As(viewer, s =>
            s.GetRequiredService<DeskBook>().Change(visit, new() { Services = services, Language = SpokenLanguage.Other, Person = Guid.CreateVersion7() }));
        (await Change(city, joint, "advice")).ShouldBe(VisitRefusal.NotTheirs);
        (await Change(city, own, "advice")).ShouldBe(VisitRefusal.NotTheirs);
        (await Change(At("Keskus"), own, "Residence", "digital")).ShouldBeNull();
        (await Read(centre, db => db.RegistryServices.Select(r => r.Kind).ToListAsync())).ShouldBe([RegistryKind.Residence]);
        (await Read(centre, db => db.VisitServices.Where(s => s.VisitId == own).Select(s => s.Code).ToListAsync())).ShouldBe(["Residence", "digital"], ignoreOrder: true);
        (await Read(centre, db => db.Visits.SingleAsync(v => v.Id == own))).Language.ShouldBe(SpokenLanguage.Other);
    }

    [Fact]
    public async Task Erasure_takes_the_person_out_and_leaves_the_count()
    {
        var person = Crowd.Person("Marichka", "Lisova");
        await house.Add(person);
        await house.As(city, s => s.GetRequiredService<DeskBook>().Record(new() { Services = ["Residence"], Language = SpokenLanguage.Ukrainian, Person = person.Id }));
        IPersonalData Data(IServiceProvider services) => services.GetServices<IPersonalData>().Single(d => d is ServiceCentreData);
        (await house.As(Viewer.House, async s => await Data(s).Export(person.Id, default).ToListAsync())).Select(r => r.Section).ShouldBe(["data.visit", "data.registry"]);
        (await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => Data(s).Erase(person.Id, default)))).ShouldBe(2);
        (await house.As(Viewer.House, async s => await Data(s).Export(person.Id, default).ToListAsync())).ShouldBeEmpty();
        (await Read(Viewer.House, db => db.Visits.CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task The_demonstration_has_both_organisations_and_registry_services_in_every_state()
    {
        await house.Add(Crowd.Person("Marichka", "Lisova"), Crowd.Person("Zoriana", "Tykha"));
        await house.As(Viewer.House, s => s.GetServices<IDemonstration>().Single(d => d is ServiceCentreDemonstration).Add(new(0, 2025, new(2025, 9, 15), new(2)), default));
        (await Read(city, db => db.Visits.CountAsync())).ShouldBeGreaterThan(50);
        (await By("organisation")).Count.ShouldBe(3);
        (await Read(Viewer.House, db => db.RegistryServices.ToListAsync())).Select(r => r.State).Distinct().Count().ShouldBe(3);
    }

    private static Viewer At(string? organisation) =>
        Viewer.Of(Guid.CreateVersion7(), "Test Tester", organisation, new HashSet<string> { "service-centre.desk", "people.read" });

    private Task Record(Viewer viewer, params string[] services) => Record(viewer, false, services);

    private Task Record(Viewer viewer, bool isJoint, params string[] services) => house.As(viewer, s => s.GetRequiredService<DeskBook>().Record(new()
    {
        Services = services, Language = SpokenLanguage.English, IsJoint = isJoint, Topics = isJoint ? ["permit", "work"] : [], Person = services.Any(Services.InAName.Contains) ? Guid.CreateVersion7() : null,
    }));

    private Task<IReadOnlyList<(string, int)>> By(string dimension) => house.As(planner, s => s.GetRequiredService<DeskCounts>().By(dimension, Period.Year(2025)));

    private Task<T> Read<T>(Viewer viewer, Func<ServiceCentreDb, Task<T>> query) => house.As(viewer, s => query(s.GetRequiredService<ServiceCentreDb>()));
}
