namespace Loim.Plugins.Tests.Matrix;

/// <summary>What a scanner would look for, on every answer that each role gets: headers, cookies, forms without a token, text that becomes markup.</summary>
[Collection(MatrixCollection.Name)]
public sealed class CrawlTests(MatrixHouse house)
{
    public static TheoryData<string> Everybody => MatrixTests.Everybody;

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_answer_keeps_the_rules_of_the_web(string who) => (await house.Walk(who)).Careless.ShouldBeEmpty();

    [Theory, MemberData(nameof(Everybody))]
    public async Task Looking_changes_nothing(string who)
    {
        var walk = await house.Walk(who);
        walk.Changed.ShouldBeEmpty();
        walk.Visited.ShouldBeGreaterThan(100);
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nothing_is_taken_without_a_token(string who) => (await house.WithoutToken(who)).ShouldBeEmpty();
}
