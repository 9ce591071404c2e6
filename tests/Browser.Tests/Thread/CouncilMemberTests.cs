using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

/// <summary>A member of Tartu's participation council, who acts by a link of their own.</summary>
[Collection(TownCollection.Name)]
public sealed class CouncilMemberTests(Town town)
{
    [Fact]
    public async Task Proposes_by_their_link_and_takes_it_back()
    {
        var tartu = await town.Neighbour("tartu");
        await using var administrator = await tartu.Visit(Role.Administrator);
        var link = await administrator.LinkInLetters("/participation-council/member/");

        await using var member = await tartu.Visit();
        (await member.Go(link)).ShouldBe(200);
        await member.Type("proposal", "Title", "Bussiplaan kolmes keeles");
        await member.Type("proposal", "Text", "Peatustes võiks sõiduplaan olla ka inglise ja vene keeles.");
        (await member.Submit("proposal")).ShouldBe(200);
        (await member.Text()).ShouldContain("Bussiplaan kolmes keeles");

        await using var passer = await tartu.Visit();
        (await passer.Go("/participation-council/public")).ShouldBe(200);
        var name = (await member.Page.Locator("main p:has-text('·')").First.InnerTextAsync()).Split('·')[0].Trim();
        (await passer.Text()).ShouldNotContain(name, Case.Insensitive, "the public page names nobody");

        var offers = member.Page.Locator("button[name=proposal]");
        var before = await offers.CountAsync();
        (await member.Press("button[name=proposal][aria-label*='Bussiplaan']")).ShouldBe(200);
        (await offers.CountAsync()).ShouldBe(before - 1);
        member.TakeTroubles().ShouldBeEmpty();
    }
}
