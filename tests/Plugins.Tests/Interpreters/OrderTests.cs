using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tallinn.Interpreters;
using Tallinn.Interpreters.Orders;

namespace Loim.Plugins.Tests.Interpreters;

public sealed class OrderTests
{
    private static readonly DateOnly Today = new(2025, 9, 15);
    private static readonly DateTime Now = new(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc);
    private static readonly Wanted Wanted = new("Perearsti vastuvõtt", Today, new(10, 0), 60, ["et", "uk"], "Perearstikeskus");

    [Theory]
    [InlineData(StayBasis.Citizen, nameof(Verdict.Entitled))]
    [InlineData(StayBasis.TemporaryPermit, nameof(Verdict.Entitled))]
    [InlineData(StayBasis.Other, nameof(Verdict.Entitled))]
    [InlineData(StayBasis.Refugee, nameof(Verdict.OtherProvider))]
    [InlineData(StayBasis.SubsidiaryProtection, nameof(Verdict.OtherProvider))]
    [InlineData(StayBasis.TemporaryProtection, nameof(Verdict.OtherProvider))]
    [InlineData(null, nameof(Verdict.BasisUnknown))]
    public void Who_is_entitled_goes_by_the_basis_of_stay(StayBasis? basis, string verdict) =>
        Entitlement.Of(basis, new()).ToString().ShouldBe(verdict);

    [Fact]
    public void A_town_may_serve_temporary_protection_but_never_refugees()
    {
        var settings = new InterpretersSettings { ServesTemporaryProtection = true };
        Entitlement.Of(StayBasis.TemporaryProtection, settings).ShouldBe(Verdict.Entitled);
        Entitlement.Of(StayBasis.Refugee, settings).ShouldBe(Verdict.OtherProvider);
        Should.Throw<InvalidOperationException>(() => InterpreterOrder.ForPerson(Guid.NewGuid(), Verdict.OtherProvider, Wanted, Guid.NewGuid(), Now));
    }

    [Fact]
    public void An_order_goes_its_way_and_each_step_can_be_taken_back()
    {
        var order = InterpreterOrder.ForEvent("Infotund", Wanted, Guid.NewGuid(), Now);
        Should.Throw<InvalidOperationException>(() => order.Confirm(Now));
        order.Offer("Büroo", 50_00, null);
        order.Confirm(Now);
        Should.Throw<InvalidOperationException>(() => order.Offer("Teine büroo", 40_00, null));
        Should.Throw<InvalidOperationException>(() => order.Complete(60, 50_00, null, Today.AddDays(-1)));
        order.Complete(75, 62_50, null, Today);
        Should.Throw<InvalidOperationException>(() => order.Cancel("Hilja"));
        order.TakeBack();
        order.State.ShouldBe(OrderState.Confirmed);
        order.Cancel("Kohtumine jääb ära");
        order.TakeBack();
        (order.State, order.CostCents).ShouldBe((OrderState.Confirmed, null));
        order.TakeBack();
        order.TakeBack();
        order.State.ShouldBe(OrderState.Requested);
        Should.Throw<InvalidOperationException>(order.TakeBack);
    }

    [Fact]
    public async Task Who_orders_sees_own_orders_and_who_arranges_sees_all_and_nobody_else_any()
    {
        await using var house = TestHouse.With(new InterpretersModule());
        var orderer = TestHouse.Somebody("interpreters.order");
        await Add(house, InterpreterOrder.ForEvent("Infotund", Wanted, orderer.Account, Now));
        Task<int> Seen(Viewer viewer) => house.As(viewer, s => s.GetRequiredService<InterpretersDb>().Orders.CountAsync());
        (await Seen(orderer)).ShouldBe(1);
        (await Seen(TestHouse.Somebody("interpreters.order", "interpreters.arrange"))).ShouldBe(1);
        (await Seen(TestHouse.Somebody("interpreters.order"))).ShouldBe(0);
        (await Seen(TestHouse.Somebody("people.read", "programme.read"))).ShouldBe(0);
    }

    [Fact]
    public async Task Erasure_forgets_person_and_topic_and_the_figures_stay()
    {
        await using var house = TestHouse.With(new InterpretersModule());
        var client = Crowd.Person("Marichka", "Dolynna");
        await house.Add(client);
        var order = InterpreterOrder.ForPerson(client.Id, Verdict.Entitled, Wanted, Guid.NewGuid(), Now);
        order.Offer("Büroo", 50_00, null);
        order.Confirm(Now);
        order.Complete(75, 62_50, null, Today);
        await Add(house, order);
        IPersonalData Data(IServiceProvider s) => s.GetServices<IPersonalData>().Single(d => d is InterpretersData);
        var exported = await house.As(Viewer.House, async s => await Data(s).Export(client.Id, default).ToListAsync());
        exported.ShouldHaveSingleItem().Values["topic"].ShouldBe(Wanted.Topic);
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => Data(s).Erase(client.Id, default)));
        (await house.As(Viewer.House, async s => await Data(s).Export(client.Id, default).ToListAsync())).ShouldBeEmpty();
        var minutes = await house.As(Viewer.House, s => s.GetServices<IIndicator>().Single(i => i.Code == "interpreters.minutes").Evidence(Period.Quarter(2025, 3)).ToListAsync());
        minutes.ShouldHaveSingleItem().Amount.ShouldBe(75);
        house.Scalar<string>("SELECT \"Topic\" FROM interpreters_orders").ShouldNotContain("Perearsti");
    }

    private static Task Add(TestHouse house, InterpreterOrder order) =>
        house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<InterpretersDb>().Add(order)));
}
