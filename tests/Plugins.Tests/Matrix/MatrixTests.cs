namespace Loim.Plugins.Tests.Matrix;

/// <summary>Every endpoint × every shipped role and nobody × own and foreign ids: who may not enter is not let in, and no answer gives away
/// what its reader may not see. A new page is in here by being there.</summary>
[Collection(MatrixCollection.Name)]
public sealed class MatrixTests(MatrixHouse house)
{
    public static TheoryData<string> Everybody => [.. Cast.All.Select(p => p.Name)];

    [Fact]
    public void Each_table_with_personal_values_says_who_may_see_them() =>
        house.Planted.Fields.Select(f => f.Split('.')[0]).Except(WhoMaySee.Rules.Keys).ShouldBeEmpty();

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_answer_gives_away_what_its_reader_may_not_see(string who)
    {
        (await house.Walk(who)).Wrong.ShouldBeEmpty();
        house.Planted.In(house.Logged).Select(c => c.Field).Distinct().ShouldBeEmpty("in the log");
    }

    [Fact]
    public async Task Each_personal_field_was_seen_by_somebody_who_may_so_that_the_others_would_have_been_caught()
    {
        var seen = new HashSet<string>();
        foreach (var who in Cast.All) { seen.UnionWith((await house.Walk(who.Name)).Seen); }
        house.Planted.Fields.Except(seen).Except(ShownNowhere).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_form_of_a_page_that_is_shut_does_nothing_when_it_is_sent_all_the_same(string who) =>
        (await house.Replay(who)).ShouldBeEmpty();

    /// <summary>The outbox does not say the address.</summary>
    private static readonly string[] ShownNowhere = ["letters_letters.Address"];
}
