using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

/// <summary>An institution that got a referral by letter; it has no account here.</summary>
[Collection(TownCollection.Name)]
public sealed class InstitutionTests(Town town)
{
    [Fact]
    public async Task Accepts_a_referral_by_the_link_in_its_letter()
    {
        await using var administrator = await town.Visit(Role.Administrator);
        var link = await administrator.LinkInLetters("/cases/referrals/answer/");

        await using var institution = await town.Visit();
        (await institution.Go(link)).ShouldBe(200);
        await institution.Choose("Answer", "Accepted");
        await institution.Type("answer", "Words", "Ootame neljapäeval kell 10.");
        (await institution.Submit("answer")).ShouldBe(200);
        (await institution.Page.Locator("input[name='Answer'][value='Done']").CountAsync()).ShouldBe(1, "later they say that it is done");
        (await institution.Page.Locator("input[name='Answer'][value='Declined']").CountAsync()).ShouldBe(0);
        institution.TakeTroubles().ShouldBeEmpty();

        (await institution.Go(link[..^2] + "xx")).ShouldBe(404, "a link that was changed opens nothing");

        await using var manager = await town.Visit(Role.CaseManager);
        await manager.Go("/");
        (await manager.Text()).ShouldContain("vastu võetud");
    }
}
