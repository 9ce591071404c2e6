namespace Saaremaa.NewcomerRegister.Weeks;

/// <summary>What a week left behind, in numbers alone.</summary>
internal sealed class WeekReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Monday { get; init; }
    public required int Confirmed { get; init; }
    public required int Deleted { get; init; }

    /// <summary>Overdue at the week's end.</summary>
    public required int Left { get; init; }
}
