using Microsoft.AspNetCore.Components;

namespace Loim.Web;

/// <summary>
/// Base of every page. It is rendered once, after <see cref="ComponentBase.OnInitializedAsync"/> and
/// <see cref="ComponentBase.OnParametersSetAsync"/> have ended: what they load is there when the markup runs.
/// A page that finds nothing to show calls <c>Nav.NotFound()</c> and returns; its markup does not run then.
/// </summary>
public abstract class Page : Part
{
    private bool initialised;
    private bool nothingToShow;

    [Inject] protected NavigationManager Nav { get; set; } = default!;
    [Inject] private Notices Notices { get; set; } = default!;

    /// <summary>Ends a POST: the browser gets <paramref name="url"/>, which shows <paramref name="notice"/> once. Does not return.</summary>
    protected void Go(string url, string? notice = null)
    {
        if (notice is not null) { Notices.Leave(notice); }
        Nav.NavigateTo(url);
    }

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!initialised)
        {
            initialised = true;
            Nav.OnNotFound += (_, _) => nothingToShow = true;
            OnInitialized();
            await OnInitializedAsync();
            if (nothingToShow) { return; }
        }
        OnParametersSet();
        await OnParametersSetAsync();
        if (!nothingToShow) { StateHasChanged(); }
    }
}
