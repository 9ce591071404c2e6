using System.ComponentModel.DataAnnotations;

namespace Saaremaa.Volunteers;

internal sealed record VolunteersSettings : Settings
{
    /// <summary>How many months a background check is good for.</summary>
    [Range(1, 60)]
    public int CheckMonths { get; init; } = 24;

    /// <summary>How long a volunteer's link works.</summary>
    [Range(1, 730)]
    public int LinkDays { get; init; } = 365;
}
