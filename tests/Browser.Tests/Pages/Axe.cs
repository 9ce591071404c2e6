using Deque.AxeCore.Commons;

namespace Loim.Browser.Tests.Pages;

/// <summary>The axe rules of WCAG 2.0 and 2.1, A and AA, over the whole page. Only what is wrong leaves the browser: what axe
/// says of all that is right takes longer to carry than to find.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async theme => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'], reporter: 'no-passes' });
          return found.violations.flatMap(v => v.nodes.map(n => `${theme}: ${v.id} at ${n.target}: ${v.help} ${n.any.map(a => a.message).join(' ')}`));
        }
        """;

    /// <summary>Every page that is opened from now on has axe: cheaper than to bring it to each.</summary>
    public static Task Bring(IBrowserContext context) => context.AddInitScriptAsync(Script);

    public static async Task<IReadOnlyList<string>> Look(IPage page, string theme)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) { await page.EvaluateAsync(Script); }
        return await page.EvaluateAsync<string[]>(Run, theme);
    }
}
