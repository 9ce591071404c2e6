using System.Net;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>Every endpoint × every shipped role and nobody × own and foreign ids: who may not enter is not let in, and no answer gives away
/// what its reader may not see. A new page is in here by being there.</summary>
public sealed class MatrixTests(MatrixHouse house) : IClassFixture<MatrixHouse>
{
    public static TheoryData<string> Cast => [.. Matrix.Cast.All.Select(p => p.Name)];

    [Fact]
    public void Each_table_with_personal_values_says_who_may_see_them() =>
        house.Planted.Fields.Select(f => f.Split('.')[0]).Except(WhoMaySee.Rules.Keys).ShouldBeEmpty();

    [Theory, MemberData(nameof(Cast))]
    public async Task No_answer_gives_away_what_its_reader_may_not_see(string name)
    {
        var who = Matrix.Cast.All.Single(p => p.Name == name);
        using var browser = who.Open(house);
        var wrong = new HashSet<string>();
        foreach (var door in house.Doors.Where(d => d.IsRead))
        {
            foreach (var address in door.IsOpenTo(who) ? door.Addresses : door.Addresses.Take(3))
            {
                using var answer = await browser.Get(address);
                if (!door.IsOpenTo(who) && !IsShut(answer)) { wrong.Add($"{door.Template} lets {who} in: {(int)answer.StatusCode}"); }
                if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{address}: {(int)answer.StatusCode}"); }
                foreach (var seen in house.Planted.In(await MatrixHouse.TextOf(answer)))
                {
                    if (!WhoMaySee.Sees(who.Viewer, seen, house.Planted)) { wrong.Add($"{door.Template} shows {seen.Field} to {who}"); }
                }
            }
        }
        wrong.ShouldBeEmpty();
        house.Planted.In(house.Logged).Select(c => c.Field).Distinct().ShouldBeEmpty("in the log");
    }

    private static bool IsShut(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.ToString() is { } to && (to.Contains("/accounts/sign-in", StringComparison.Ordinal) || to.EndsWith("/public-site", StringComparison.Ordinal));
}
