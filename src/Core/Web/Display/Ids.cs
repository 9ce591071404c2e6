using System.Globalization;

namespace Loim.Web;

/// <summary>Ids of elements, the same for the same words.</summary>
internal static class Ids
{
    public static string Of(string words)
    {
        var hash = 17u;
        foreach (var c in words) { hash = hash * 31 + c; }
        return "x" + hash.ToString("x", CultureInfo.InvariantCulture);
    }
}
