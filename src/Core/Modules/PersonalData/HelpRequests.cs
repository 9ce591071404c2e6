using Loim.Data;

namespace Loim.Modules;

/// <summary>Requests for help that came in writing. A module in which people ask for help offers them; where none is on, nobody does,
/// so ask for all of them: <c>IEnumerable&lt;IHelpRequests&gt;</c>.</summary>
public interface IHelpRequests
{
    /// <returns>Null unless the viewer has taken the request.</returns>
    Task<HelpWords?> Find(Guid request);
}

/// <summary>What somebody asked.</summary>
/// <param name="Text">Open it for the request: <c>reading.Open(request, words.Text)</c>.</param>
/// <param name="Language">In which they want the answer: <c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</param>
public sealed record HelpWords(Sealed<string> Text, string Language);
