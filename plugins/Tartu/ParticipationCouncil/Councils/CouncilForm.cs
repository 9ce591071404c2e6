using Loim.Web.Forms;
using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil.Councils;

internal sealed class CouncilForm(Deployment deployment, string written) : TranslatedForm(deployment, written,
    (nameof(Council.Name), "name", 160, 1), (nameof(Council.Purpose), "purpose", 2000, 3), (nameof(Council.Evaluation), "evaluation", 4000, 3))
{
    public TextField Name { get; } = new() { Required = true, Max = 160 };
    public TextField Purpose { get; } = new() { Required = true, Max = 2000 };
    public NumberField Seats { get; } = new() { Required = true, Min = 1, Max = Council.MostSeats };
    public DateField From { get; } = new() { Required = true };
    public DateField Until { get; } = new() { Required = true };
    public DateField CreatedOn { get; } = new();
    public TextField Evaluation { get; } = new() { Max = 4000 };
}
