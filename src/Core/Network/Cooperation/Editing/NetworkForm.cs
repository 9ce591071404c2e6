using Loim.Web.Forms;

namespace Loim.Network.Cooperation.Editing;

internal sealed class NetworkForm : FormModel
{
    public TextField Name { get; } = new() { Required = true, Max = 160 };
    public TextField Purpose { get; } = new() { Max = 500 };
    public ChoiceField State { get; } = new([.. Enum.GetNames<NetworkState>().Select(s => (s, $"state.{s}"))]) { Required = true };
    public DateField FoundedOn { get; } = new() { Min = new(1990, 1, 1) };

    /// <summary>0: by quarters.</summary>
    public ChoiceField Cadence { get; } = new(("0", "cadence.0"), ("1", "cadence.1"), ("2", "cadence.2"), ("3", "cadence.3"), ("4", "cadence.4"), ("6", "cadence.6"), ("12", "cadence.12")) { Required = true };
    public ChoicesField Paused { get; } = new(("1", "quarter.1"), ("2", "quarter.2"), ("3", "quarter.3"), ("4", "quarter.4"));
    public ChoiceField Line { get; } = new();

    public void Show(CooperationNetwork it)
    {
        (Name.Value, Purpose.Value, State.Value, FoundedOn.Value) = (it.Name, it.Purpose, it.State.ToString(), it.FoundedOn);
        (Cadence.Value, Paused.Values, Line.Id) = ($"{it.TimesAYear}", [.. it.PausedQuarters.Select(q => $"{q}")], it.PlanLine);
    }

    public void Write(CooperationNetwork it)
    {
        (it.Name, it.Purpose, it.State, it.FoundedOn, it.PlanLine) = (Name.Value!, Purpose.Value, Enum.Parse<NetworkState>(State.Value!), FoundedOn.Value, Line.Id);
        var times = int.Parse(Cadence.Value!, null);
        it.Cadence = times == 0 ? Cooperation.Cadence.Quarterly([.. Paused.Values.Select(q => int.Parse(q, null))]) : Cooperation.Cadence.Yearly(times);
    }
}
