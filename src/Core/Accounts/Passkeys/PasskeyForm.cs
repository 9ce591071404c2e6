using Loim.Web.Forms;

namespace Loim.Accounts.Passkeys;

/// <summary>What a page's script sends: the question as it came, and what the key answered.</summary>
internal class PasskeyForm : FormModel
{
    public TextField Question { get; } = new() { Max = 4_000 };
    public TextField Answer { get; } = new() { Max = 20_000 };
}
