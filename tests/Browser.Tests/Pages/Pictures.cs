namespace Loim.Browser.Tests.Pages;

/// <summary>With <c>LOIM_PICTURES=folder</c> the look at every page leaves pictures of it: phone and desk, light and dark.</summary>
internal static class Pictures
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("LOIM_PICTURES");

    private static readonly string[] Languages = (Environment.GetEnvironmentVariable("LOIM_PICTURES_LANGUAGES") ?? "et").Split(',');

    public static async Task Take(IPage page, string template, string language)
    {
        if (!Languages.Contains(language)) { return; }
        var name = template.Trim('/').Replace('/', '.').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(':', '-').Replace(' ', '-');
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in new[] { 375, 1280 })
            {
                await page.SetViewportSizeAsync(width, 900);
                var file = $"{(name.Length == 0 ? "home" : name)}-{width}-{scheme}-{language}.png".ToLowerInvariant();
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, file), FullPage = true });
            }
        }
    }
}
