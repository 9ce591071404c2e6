using Loim.Access;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Components;

namespace Loim.Web;

/// <summary>
/// Base of every component of the house: texts, formats and viewer at hand. When a form was sent, what stands outside of it
/// is loaded and drawn only if the page comes back, and the page is drawn once its handler has ended.
/// </summary>
public abstract class Part : ComponentBase, IHandleEvent
{
    private bool isWaiting;

    /// <summary>Texts of the module in whose namespace the component lies, then those that all share.</summary>
    protected Wording T => field ??= Texts.Of(GetType());

    /// <summary>Days, times, numbers and money in the language of the request.</summary>
    protected Formats F => field ??= Formats.Current;

    protected Viewer Viewer => Current.Viewer;

    [Inject] internal Texts Texts { get; set; } = default!;
    [Inject] internal PageState Progress { get; set; } = default!;
    [Inject] private CurrentViewer Current { get; set; } = default!;
    [CascadingParameter] private Form? Around { get; set; }

    /// <summary>Whether the form that was sent can be decided without this part. A part in which a form stands must not say so by itself.</summary>
    private protected virtual bool IsBeside => Progress.Found is not null && Around != Progress.Found;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!Progress.IsDeciding || !IsBeside) { return Begin(); }
        if (!isWaiting) { Progress.Wait(Draw); }
        isWaiting = true;
        return MakeReady();
    }

    /// <summary>What deciding a form needs of a part that is not drawn yet.</summary>
    private protected virtual Task MakeReady() => Task.CompletedTask;

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    private Task Begin()
    {
        isWaiting = false;
        return base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task Draw()
    {
        if (!isWaiting) { return; }
        try { await Begin(); }
#pragma warning disable CA1031 // Whatever it is, it belongs to whoever isolates this part.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(e);
        }
    }
}

/// <summary>A part that holds no form of its own and is not needed to decide any: menus, counts, remarks.</summary>
public abstract class Aside : Part
{
    private protected sealed override bool IsBeside => true;
}
