namespace Loim.Plugins.Tests.Matrix.ByLink;

/// <summary>Every personal link of every module: the right token opens its record and no other, and whatever is not the right one opens
/// nothing. A new purpose is in here by its constant.</summary>
[Collection(MatrixCollection.Name)]
public sealed class ByLinkTests(MatrixHouse house)
{
    private readonly LinkDoors doors = new(house);

    /// <summary>What each shows of a person; one that is not in here shows nothing.</summary>
    private static readonly Dictionary<string, string[]> Shows = new()
    {
        ["cases.answer-referral"] = ["cases_referrals.Contact", "cases_referrals.Need", "people_people.FamilyName", "people_people.GivenName"],
        ["events.place"] = ["events_guests.Name"],
        ["integration-plan.copy"] = ["integration_plan_answers.Text", "integration_plan_goals.Text", "integration_plan_steps.Text", "people_people.FamilyName", "people_people.GivenName"],
        ["participation-council.member"] = ["participation_council_members.Name"],
    };

    public static TheoryData<string> Purposes => [.. LinkDoors.Purposes];

    [Fact]
    public async Task Each_page_by_link_has_one_purpose_that_opens_it()
    {
        var pages = new List<string>();
        foreach (var purpose in LinkDoors.Purposes)
        {
            pages.Add((await doors.Opened(purpose)).Select(b => b.Address[..b.Address.LastIndexOf('/')] + "/{Token}").Distinct().ShouldHaveSingleItem(purpose));
        }
        pages.Order(StringComparer.Ordinal).ShouldBe(doors.Pages.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Purposes))]
    public async Task The_right_token_opens_its_record_and_nothing_of_another(string purpose)
    {
        using var nobody = house.Open("et", null);
        var seen = new HashSet<string>();
        foreach (var (row, address) in await doors.Opened(purpose))
        {
            using var answer = await nobody.Get(address);
            foreach (var canary in house.Planted.In(await MatrixHouse.TextOf(answer)))
            {
                IsOf(row, canary.Row).ShouldBeTrue($"{canary.Field} of another record");
                seen.Add(canary.Field);
            }
        }
        seen.Order(StringComparer.Ordinal).ShouldBe(Shows.GetValueOrDefault(purpose, []));
    }

    [Theory, MemberData(nameof(Purposes))]
    public async Task Whatever_is_not_the_right_token_gets_a_friendly_page_that_says_nothing(string purpose)
    {
        var (row, right) = (await doors.Opened(purpose))[0];
        var page = right[..(right.LastIndexOf('/') + 1)];
        var (token, revoked) = (right[page.Length..], await doors.Token(purpose, row.Id));
        var wrong = new Dictionary<string, string> { ["expired"] = await doors.Token(purpose, row.Id, days: 0), ["a record that is gone"] = await doors.Token(purpose, Guid.CreateVersion7()) };
        foreach (var other in LinkDoors.Purposes.Where(p => p != purpose)) { wrong[other] = await doors.Token(other, row.Id); }
        for (var i = 0; i < token.Length; i++) { wrong[$"character {i}"] = $"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}"; }
        using var nobody = house.Open("et", null);
        foreach (var (why, other) in wrong) { await IsRefused(nobody, page + other, why); }
        await nobody.Page(page + revoked);
        await doors.Revoke(purpose, row.Id);
        await IsRefused(nobody, page + revoked, "revoked");
    }

    [Theory, MemberData(nameof(Purposes))]
    public async Task Looking_by_the_right_token_changes_nothing(string purpose)
    {
        var opened = await doors.Opened(purpose);
        using var nobody = house.Open("et", null);
        var before = house.Rows();
        foreach (var behind in opened) { await nobody.Page(behind.Address); }
        MatrixHouse.Changes(before, house.Rows()).ShouldBeEmpty();
    }

    private async Task IsRefused(Core.Tests.Web.Browser nobody, string address, string why)
    {
        using var answer = await nobody.Get(address);
        ((int)answer.StatusCode).ShouldBe(404, why);
        var text = await MatrixHouse.TextOf(answer);
        text.ShouldContain("See link enam ei kehti", customMessage: why);
        house.Planted.In(text).ShouldBeEmpty(why);
    }

    /// <summary>The record itself, what is part of it, and whom it is about.</summary>
    private static bool IsOf(Row record, Row row) => row.Id == record.Id || row.Values.Values.Contains(record.Id) || record.Values.Values.Contains(row.Id);
}
