using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Loim.Web.Forms;

/// <summary>How far the page of a request is: a form that was sent to it is decided before the page is drawn.</summary>
internal sealed class PageState
{
    private readonly List<Func<Task>> waiting = [];

    public PageState(IHttpContextAccessor context)
    {
        // A form without its token is not to be read; the page that says so is drawn like any other.
        if (context.HttpContext is { } http && http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            && http.Request.HasFormContentType && http.Request.Form["_handler"] is [{ Length: > 0 } name])
        {
            Sent = name;
            IsDeciding = true;
        }
    }

    /// <summary>Name of the form that was sent; null when there is none.</summary>
    public string? Sent { get; }

    /// <summary>Its handler has not run yet.</summary>
    public bool IsDeciding { get; private set; }

    /// <summary>The form that was sent, once the page has come to it.</summary>
    public Form? Found { get; set; }

    /// <summary>A form on the page came back with mistakes; the title then says so first.</summary>
    public bool Failed { get; private set; }

    public event Action? Changed;

    public void Fail()
    {
        Failed = true;
        Changed?.Invoke();
    }

    /// <summary>To be drawn when the form has come back; a page that leads on elsewhere is never drawn.</summary>
    public void Wait(Func<Task> draw) => waiting.Add(draw);

    /// <summary>From now on nothing waits: the form's handler runs, or a document is drawn.</summary>
    public void Decide() => IsDeciding = false;

    /// <summary>The page comes back after all.</summary>
    public async Task Draw()
    {
        foreach (var draw in waiting) { await draw(); }
        waiting.Clear();
    }
}
