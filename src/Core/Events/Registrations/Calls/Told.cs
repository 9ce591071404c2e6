using Loim.Web;

namespace Loim.Events.Registrations.Calls;

/// <summary>Who got a letter of a change, and who waits for a call.</summary>
internal sealed record Told(int Letters, int Calls)
{
    public string After(string done, Wording words) => string.Join(' ',
        new[] { done, Letters > 0 ? words.Count("told.letters", Letters) : null, Calls > 0 ? words.Count("told.calls", Calls) : null }.OfType<string>());
}
