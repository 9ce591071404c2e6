using System.Net;
using AngleSharp.Html.Dom;
using Loim.Core.Tests.Web;
using Loim.Plugins.Tests.Matrix;

namespace Loim.Plugins.Tests.Hardening;

/// <summary>Somebody takes each form of each page that is open to them and puts the id of what is not theirs in the place of each id in it, address included:
/// nothing of what is not theirs changes, nothing is hung on to it, nothing of it comes out.</summary>
[Collection(TriedCollection.Name)]
public sealed class SwappedIdTests(TriedHouse house)
{
    private const int PagesWithForms = 3, Pages = 20, Others = 3;

    /// <summary>Emergency access is there to open what is another's, with a reason and in everybody's sight.</summary>
    private const string BreakGlass = "/cases/{Id:guid}/break-glass";

    private static readonly Dictionary<string, int> AtLeast = new() { ["case-manager"] = 12, ["colleague"] = 20, ["stranger"] = 20, ["casework-lead"] = 20, ["specialist"] = 8, ["other-specialist"] = 6 };

    public static TheoryData<string> Everybody => [.. Cast.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task What_is_anothers_is_out_of_reach_of_every_form(string name)
    {
        var who = Cast.All.Single(p => p.Name == name);
        var foreign = Foreign(who);
        using var browser = house.Open(who);
        using var before = new RowsBefore(house.Matrix.House.Store.Path);
        var (wrong, forms) = (new HashSet<string>(), await FormsOf(who, browser));
        var swaps = forms.SelectMany(f => Swaps(f, foreign).Select(s => (f, s))).ToList();
        foreach (var (form, swapped) in swaps)
        {
            using var answer = await browser.Send(swapped.Address, swapped.Fields);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError) { wrong.Add($"{form.Name}: {(int)answer.StatusCode}"); }
            wrong.UnionWith(house.Matrix.Planted.In(await MatrixHouse.TextOf(answer)).Where(c => !WhoMaySee.Sees(who.Viewer, c, house.Matrix.Planted)).Select(c => $"{form.Name} shows {c.Field}"));
            var changes = before.Changes();
            wrong.UnionWith(changes.Where(c => foreign.Any(row => c.Row.Contains($"{row.Id}", StringComparison.OrdinalIgnoreCase))).Select(c => $"{form.Name} changes {c.Table}"));
            before.Restore(changes.Select(c => c.Table));
        }
        wrong.ShouldBeEmpty();
        swaps.Count.ShouldBeGreaterThanOrEqualTo(AtLeast.GetValueOrDefault(name), "there was something to swap");
    }

    private List<Row> Foreign(Played who) => who.Viewer.Can("data-protection.rights") ? []
        : [.. house.Matrix.Planted.Rows.Where(t => WhoMaySee.Rules.ContainsKey(t.Key)).SelectMany(t => t).Where(r => !WhoMaySee.Rules[r.Table](who.Viewer, r, house.Matrix.Planted) && !IsSentBy(who, r))];

    /// <summary>The wall hides a referral from whoever sent it too; they may take it back all the same while nobody has it.</summary>
    private static bool IsSentBy(Played who, Row row) => row.Table == "mental_health_referrals" && $"{row["State"]}" == "Sent" && who.Viewer.Is(row["ReferredBy"]);

    private IEnumerable<OpenForm> Swaps(OpenForm form, List<Row> foreign) =>
        from id in form.Ids
        let table = house.Matrix.Planted.Rows.FirstOrDefault(t => t.Any(r => r.Id == id))?.Key
        where table is not null
        from other in foreign.Where(r => r.Table == table && r.Id != id).Take(Others)
        select form.With(other.Id, id);

    private async Task<IReadOnlyList<OpenForm>> FormsOf(Played who, Browser browser)
    {
        var found = new List<OpenForm>();
        foreach (var door in house.Doors.Where(d => d.IsPage && d.IsOpenTo(who) && d.Template != BreakGlass))
        {
            var (pages, withForms) = (0, 0);
            foreach (var address in door.Addresses)
            {
                if (withForms == PagesWithForms || pages == Pages) { break; }
                using var answer = await browser.Get(address);
                if (answer.StatusCode != HttpStatusCode.OK) { continue; }
                pages++;
                var forms = (await Browser.Read(answer)).QuerySelectorAll("form[method=post]:has(input[name=_handler])").OfType<IHtmlFormElement>().ToList();
                withForms += forms.Count > 0 ? 1 : 0;
                found.AddRange(forms.SelectMany(f => OpenForm.Of(door.Template, address, f)));
            }
        }
        return [.. found.DistinctBy(f => f.Name)];
    }
}
