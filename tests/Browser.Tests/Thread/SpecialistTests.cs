using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

[Collection(TownCollection.Name)]
public sealed class SpecialistTests(Town town)
{
    [Fact]
    public async Task Takes_a_referral_and_records_a_session_behind_the_wall()
    {
        await using var manager = await town.Visit(Role.CaseManager);
        await manager.Refer("Orest", "Hlybokyi", "soovib rahulikku vestlust");
        await using var visit = await town.Visit(Role.Specialist);
        await visit.TakeOn("soovib rahulikku vestlust");
        var client = new Uri(visit.Page.Url).AbsolutePath;
        (await visit.Text()).ShouldContain("Orest Hlybokyi");
        await visit.Press($"a[href='{client}/session']");
        await visit.Type("session", "Minutes", "50");
        (await visit.Submit("session")).ShouldBe(200);
        (await visit.Page.Locator("table tbody tr").First.InnerTextAsync()).ShouldContain("15.09.2025");

        (await manager.Go(client)).ShouldBe(403);
        await using var coordinator = await town.Visit(Role.Coordinator);
        (await coordinator.Go(client)).ShouldBe(403);
        await using var administrator = await town.Visit(Role.Administrator);
        (await administrator.Go(client)).ShouldBe(403);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/cases/enquiries")]
    [InlineData("/events")]
    [InlineData("/programme/plan")]
    public async Task Sees_nothing_but_their_own_clients(string path)
    {
        await using var visit = await town.Visit(Role.Specialist);
        (await visit.Go(path)).ShouldBe(403);
    }
}
