using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Loim.Web;

/// <summary>What somebody had typed when their session ended, or when they left the form for another page.</summary>
internal interface IDrafts
{
    /// <summary>Says, protected, whose the form is.</summary>
    string OwnerMark();

    /// <param name="except">A field that another page will answer.</param>
    /// <returns>Null when the form does not say whose it is.</returns>
    Task<Guid?> Keep(HttpContext context, string? except = null);

    /// <returns>Null when there is none, or it is another's.</returns>
    Task<IReadOnlyDictionary<string, StringValues>?> Take(Guid id);
}
