using Loim.Modules;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Loim.Web;

/// <summary>A part of a page that may fail without the page: a sentence stands in its place, and the fault is named.</summary>
public sealed class Isolation : ErrorBoundaryBase
{
    [Parameter, EditorRequired] public string Module { get; set; } = "";
    [Parameter, EditorRequired] public string Place { get; set; } = "";

    /// <summary>It is not even tried.</summary>
    [Parameter] public bool Rests { get; set; }
    [Parameter] public Action? OnFail { get; set; }
    [Inject] private FaultLog Faults { get; set; } = default!;
    [Inject] private Texts Texts { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        Faults.Add(Module, $"section {Place}", exception);
        OnFail?.Invoke();
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null && !Rests) { builder.AddContent(0, ChildContent); return; }
        builder.OpenElement(1, "p");
        builder.AddAttribute(2, "class", "notice warn");
        builder.AddContent(3, Texts.Of(GetType())["section.failed"]);
        builder.CloseElement();
    }
}
