using Loim.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Loim.Web;

/// <summary>Shows a personal value: opens it and notes the read. Nothing to show is "–".</summary>
public sealed class Personal : Part
{
    /// <summary>Whose value it is.</summary>
    [Parameter, EditorRequired] public Guid Of { get; set; }

    /// <summary>A <see cref="Sealed{T}"/> text or day, or a <see cref="Secret"/>.</summary>
    [Parameter, EditorRequired] public object? Value { get; set; }

    /// <summary>Where a <see cref="Secret"/> stands.</summary>
    [Parameter] public SecretPlace? Place { get; set; }

    [Inject] private Reading Reading { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Value switch
    {
        null => "–",
        Sealed<string> text => Reading.Open(Of, text),
        Sealed<DateOnly> day => F.Day(Reading.Open(Of, day)),
        Secret secret => Reading.Open(Of, secret, Place ?? throw new InvalidOperationException("A secret opens only at its place.")) ?? T["unreadable"],
        _ => throw new InvalidOperationException($"{Value.GetType().Name} is not a sealed value."),
    });
}
