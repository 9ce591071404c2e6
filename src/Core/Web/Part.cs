using Loim.Access;
using Microsoft.AspNetCore.Components;

namespace Loim.Web;

/// <summary>Base of every component of the house: texts, formats and viewer at hand.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>Texts of the module in whose namespace the component lies, then those that all share.</summary>
    protected Wording T => field ??= Texts.Of(GetType());

    /// <summary>Days, times, numbers and money in the language of the request.</summary>
    protected Formats F => field ??= Formats.Current;

    protected Viewer Viewer => Current.Viewer;

    [Inject] internal Texts Texts { get; set; } = default!;
    [Inject] private CurrentViewer Current { get; set; } = default!;
}
