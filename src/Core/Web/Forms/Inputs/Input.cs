using Microsoft.AspNetCore.Components;

namespace Loim.Web.Forms;

/// <summary>Base of the controls: label, hint, error, control, joined for those who listen. While the form that was sent is decided
/// a control makes its field ready and is not drawn: it begins anew when the page comes back.</summary>
public abstract class Input<TField> : Part where TField : Field
{
    [Parameter, EditorRequired] public TField Field { get; set; } = default!;
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }
    [CascadingParameter] public Form Form { get; set; } = default!;

    protected override void OnParametersSet() => Field.Label = Label;

    private protected sealed override bool IsBeside => true;

    private protected sealed override async Task MakeReady()
    {
        OnInitialized();
        await OnInitializedAsync();
        OnParametersSet();
        await OnParametersSetAsync();
    }

    private protected string Id => Form.IdOf(Field);
    private protected bool Wrong => Field.Error is not null;
    private protected string? AriaInvalid => Wrong ? "true" : null;
    private protected string? DescribedBy => (Hint, Field.Error) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hint",
        (null, not null) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    private protected string LabelOf(Option option) => option.IsKey ? Form.Words[option.Label] : option.Label;
}
