namespace Loim.Bench.Floor;

/// <summary>What stands around the rows, taken from the product's own page, so that both send the same HTML.</summary>
internal sealed record Shell(string Head, string Tail)
{
    public static void Write(string folder, string page, string html) => File.WriteAllText(PathOf(folder, page), html);

    public static Shell Read(string folder, string page)
    {
        var html = File.ReadAllText(PathOf(folder, page));
        var (from, until) = (html.IndexOf("<tbody", StringComparison.Ordinal), html.IndexOf("</tbody>", StringComparison.Ordinal));
        return new Shell(html[..(html.IndexOf('>', from) + 1)], html[until..]);
    }

    /// <summary>All of it.</summary>
    public static byte[] Whole(string folder, string page) => File.ReadAllBytes(PathOf(folder, page));

    private static string PathOf(string folder, string page) => Path.Combine(folder, page + ".html");
}
