using Loim.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Loim.Web;

/// <summary>Shows a personal value: opens it and notes the read. Nothing to show is "–".</summary>
public sealed class Personal : Part
{
    /// <summary>Whose value it is.</summary>
    [Parameter, EditorRequired] public Guid Of { get; set; }

    [Parameter, EditorRequired] public PersonalValue Value { get; set; }

    /// <summary>Where a <see cref="Secret"/> stands.</summary>
    [Parameter] public SecretPlace? Place { get; set; }

    [Inject] private Reading Reading { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Value switch
    {
        { Text: { } text } => Reading.Open(Of, text),
        { Day: { } day } => F.Day(Reading.Open(Of, day)),
        { Secret: { } secret } => Reading.Open(Of, secret, Place ?? throw new InvalidOperationException("A secret opens only at its place.")) ?? T["unreadable"],
        _ => "–",
    });
}

/// <summary>What of a person can be shown: a sealed text or day, or a secret. Each becomes one by itself.</summary>
public readonly record struct PersonalValue
{
    internal Sealed<string>? Text { get; private init; }
    internal Sealed<DateOnly>? Day { get; private init; }
    internal Secret? Secret { get; private init; }

    public static implicit operator PersonalValue(Sealed<string>? text) => new() { Text = text };
    public static implicit operator PersonalValue(Sealed<DateOnly>? day) => new() { Day = day };
    public static implicit operator PersonalValue(Secret? secret) => new() { Secret = secret };
}
