namespace Loim.Web;

/// <summary>Plural categories of whole numbers by CLDR, for the languages of the house.</summary>
internal static class Plural
{
    public static string Of(string language, long number)
    {
        var n = Math.Abs(number);
        return language switch
        {
            "ru" or "uk" => Slavic(n),
            _ => n == 1 ? "one" : "other",
        };
    }

    /// <summary>What a text must say in the language; fractions do not occur.</summary>
    public static IReadOnlyList<string> Forms(string language) => language is "ru" or "uk" ? ["one", "few", "many"] : ["one", "other"];

    private static string Slavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };
}
