namespace Loim.Bench;

/// <summary>How long and how often: in full, or quickly for a look between two changes.</summary>
internal sealed record Scale
{
    public required int Rows { get; init; }
    public required int Rounds { get; init; }
    public required TimeSpan Round { get; init; }
    public required TimeSpan Warmup { get; init; }
    public required int Starts { get; init; }
    public required int Switches { get; init; }
    public required int SwitchesBefore { get; init; }
    public required int RequestsUnderSwitching { get; init; }
    public required TimeSpan Limit { get; init; }

    public static Scale Full { get; } = new()
    {
        Rows = 100_000,
        Rounds = 4,
        Round = TimeSpan.FromSeconds(3),
        Warmup = TimeSpan.FromSeconds(8),
        Starts = 5,
        Switches = 300,
        SwitchesBefore = 50,
        RequestsUnderSwitching = 20_000,
        Limit = TimeSpan.FromMinutes(25),
    };

    public static Scale Quick { get; } = new()
    {
        Rows = 10_000,
        Rounds = 3,
        Round = TimeSpan.FromSeconds(2),
        Warmup = TimeSpan.FromSeconds(8),
        Starts = 3,
        Switches = 60,
        SwitchesBefore = 20,
        RequestsUnderSwitching = 5_000,
        Limit = TimeSpan.FromMinutes(10),
    };
}
