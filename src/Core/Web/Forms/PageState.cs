namespace Loim.Web.Forms;

/// <summary>Whether a form on the page came back with mistakes; the title then says so first.</summary>
internal sealed class PageState
{
    public bool Failed { get; private set; }

    public event Action? Changed;

    public void Fail()
    {
        Failed = true;
        Changed?.Invoke();
    }
}
