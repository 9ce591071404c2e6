using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Pages;

/// <summary>What holds on every page in every language. A new page is in here by being there.</summary>
[Collection(TownCollection.Name)]
public sealed class EveryPageTests(Town town)
{
    public static TheoryData<string, string> Pages()
    {
        var rows = new TheoryData<string, string>();
        foreach (var template in PageCatalogue.Templates.Concat(Walk.Besides.Keys))
        {
            foreach (var language in Inspections.Languages) { rows.Add(template, language); }
        }
        return rows;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Has_no_accessibility_violation_in_light_or_dark(string page, string language) =>
        (await town.Inspections.Of(page, language)).Barriers.ShouldBeEmpty();

    [Theory, MemberData(nameof(Pages))]
    public async Task Does_not_scroll_sideways_on_a_phone(string page, string language) =>
        (await town.Inspections.Of(page, language)).Sideways.ShouldBeEmpty();

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_whole_and_in_its_language_and_asks_nobody_else(string page, string language) =>
        (await town.Inspections.Of(page, language)).Whole.ShouldBeEmpty();
}
