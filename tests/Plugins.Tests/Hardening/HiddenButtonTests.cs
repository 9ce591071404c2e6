using System.Net;
using Loim.Core.Tests.Web;
using Loim.Plugins.Tests.Matrix;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>Somebody sends what others may press on a page that is open to them too, though the button is not drawn for them: nothing changes,
/// nothing comes out that they may not see. A new page is in here by being there.</summary>
[Collection(TriedCollection.Name)]
public sealed class HiddenButtonTests(TriedHouse house)
{
    private const int Tries = 3, Looks = 12;

    public static TheoryData<string> Everybody => [.. Cast.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_button_that_is_not_drawn_does_nothing(string name)
    {
        var who = Cast.All.Single(p => p.Name == name);
        using var browser = house.Open(who);
        using var before = new RowsBefore(house.Matrix.House.Store.Path);
        var (wrong, sent) = (new HashSet<string>(), 0);
        await foreach (var hidden in Hidden(who, browser))
        {
            using var answer = await browser.Send(hidden.Address, hidden.Fields);
            sent++;
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{hidden.Name}: {(int)answer.StatusCode}"); }
            wrong.UnionWith(house.Matrix.Planted.In(await MatrixHouse.TextOf(answer)).Where(c => !WhoMaySee.Sees(who.Viewer, c, house.Matrix.Planted)).Select(c => $"{hidden.Name} shows {c.Field}"));
            var changes = before.Changes();
            wrong.UnionWith(changes.Select(c => $"{hidden.Name} changes {c.Table}"));
            before.Restore(changes.Select(c => c.Table));
        }
        wrong.ShouldBeEmpty();
        (sent > 0).ShouldBe(!NothingHidden.Contains(name), $"{sent} hidden");
    }

    /// <summary>Whatever they open, they may press all of it that anybody may.</summary>
    private static readonly string[] NothingHidden = ["nobody"];

    private async IAsyncEnumerable<OpenForm> Hidden(Played who, Browser browser)
    {
        var others = new List<(OpenPage Page, OpenForm Form)>();
        foreach (var other in Cast.All.Append(TriedHouse.Everything).Where(p => p != who))
        {
            others.AddRange((await house.Pages(other)).Where(p => p.Door.IsOpenTo(who)).SelectMany(p => p.Forms.Select(f => (p, f))));
        }
        var own = new Dictionary<string, OpenPage?>();
        foreach (var alike in others.GroupBy(o => o.Form.Name))
        {
            var tries = 0;
            foreach (var (page, form) in alike.DistinctBy(o => (o.Form.Address, o.Form.Pressed)).Take(Looks).TakeWhile(_ => tries < Tries))
            {
                if (!own.TryGetValue(page.Address, out var mine)) { own[page.Address] = mine = await OpenPage.At(page.Door, page.Address, browser); }
                if (mine is not { Token: { } token } || mine.Forms.Any(f => f.Pressed == form.Pressed)) { continue; }
                tries++;
                yield return form.As(token);
            }
        }
    }
}
