using Loim.Web.Forms;

namespace Loim.Network.Meetings.Deciding;

internal sealed class DecisionForm : FormModel
{
    public TextField Task { get; } = new() { Required = true, Max = 300 };
    public TextField Doer { get; } = new() { Required = true, Max = 160 };

    /// <summary>Not before the meeting at which it was decided.</summary>
    public DateField Due { get; } = new();
}
