using Loim.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;

namespace Loim.Web.Forms;

/// <summary>
/// A form that posts to its own page and works without a script. <see cref="OnSubmit"/> runs when every field is right;
/// in it apply the module's rules (<see cref="FormModel.Fail(Field, string)"/>, then return) or write and <c>Go</c>.
/// Otherwise the page comes back with status 422, what was typed, a summary and a message beside each field.
/// </summary>
public partial class Form : Part
{
    private readonly HashSet<string> offered = [];
    private bool fromDraft;

    /// <summary>Make it in a field of the page: <c>private readonly PersonForm form = new();</c></summary>
    [Parameter, EditorRequired] public FormModel Model { get; set; } = default!;

    /// <summary>Tells apart the forms of one page.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter] public EventCallback OnSubmit { get; set; }

    /// <summary>A button named <c>step</c> was pressed: fields are filled, none is checked (<c>form.Submitter</c> is <c>step=find</c>).</summary>
    [Parameter] public EventCallback OnStep { get; set; }

    /// <summary>False where what was typed must not outlive the request: passwords.</summary>
    [Parameter] public bool KeepsDraft { get; set; } = true;

    /// <summary>False where the page itself counts how often it may be sent. Otherwise those who are not signed in send a page's forms
    /// ten times in ten minutes from one address.</summary>
    [Parameter] public bool IsLimited { get; set; } = true;
    [Parameter] public string Class { get; set; } = "card stack";
    [Parameter] public RenderFragment? ChildContent { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>Parts that stand on a page twice are told apart by their scope.</summary>
    [CascadingParameter] private FormMappingContext? Mapping { get; set; }

    /// <summary>Texts of the module whose form it is: its options are named by them.</summary>
    internal Wording Words => field ??= Texts.Of(Model.GetType());

    /// <summary>What a field of the form does itself when its button named <c>step</c> is pressed.</summary>
    internal Dictionary<string, Func<Task>> Steps { get; } = [];

    private protected override bool IsBeside => Progress.Sent != Handler;

    private string Handler => Mapping is { MappingScopeName: { Length: > 0 } scope } ? $"[{scope}]{Name}" : Name;

    /// <summary>A button that the page draws; no other can be pressed.</summary>
    internal void Offer(string button) => offered.Add(button);

    internal string IdOf(Field field) => $"{Name}-{field.Name}";

    protected override async Task OnInitializedAsync()
    {
        if (Http is null) { return; }
        if (Progress.Sent == Handler)
        {
            Progress.Found = this;
            Model.Fill(Http.Request.Form);
        }
        else if (Guid.TryParse(Http.Request.Query["draft"], out var id) && await Drafts.Take(id) is { } draft && draft.GetValueOrDefault("_handler") == Handler)
        {
            Model.Fill(draft);
            fromDraft = true;
        }
    }

    private async Task Submit()
    {
        Progress.Decide();
        if (Model.Submitter is ['s', 't', 'e', 'p', '=', .. var step]) { await (Steps.GetValueOrDefault(step) is { } own ? own() : OnStep.InvokeAsync()); }
        else if (!offered.Contains(Model.Submitter ?? "")) { Model.Fail(T["form.not-offered"]); }
        else if (Model.Check(Words)) { await Send(); }
        if (Model.IsWrong)
        {
            if (Http is { Response: { HasStarted: false, StatusCode: StatusCodes.Status200OK } }) { Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity; }
            Progress.Fail();
        }
        await Progress.Draw();
    }

    private async Task Send()
    {
        if (!IsLimited || Viewer.IsSignedIn || Http is null || Limit.Allow(Http))
        {
            try { await OnSubmit.InvokeAsync(); }
            catch (RestrictedException) { Model.Fail(T["form.restricted"]); }
            return;
        }
        Model.Fail(T["form.too-often"]);
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }
}
