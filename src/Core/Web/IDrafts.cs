using Microsoft.Extensions.Primitives;

namespace Loim.Web;

/// <summary>What somebody had typed when their session ended.</summary>
internal interface IDrafts
{
    /// <summary>Says, protected, whose the form is.</summary>
    string OwnerMark();

    /// <returns>Null when there is none, or it is another's.</returns>
    Task<IReadOnlyDictionary<string, StringValues>?> Take(Guid id);
}
