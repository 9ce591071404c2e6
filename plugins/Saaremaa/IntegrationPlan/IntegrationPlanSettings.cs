using System.ComponentModel.DataAnnotations;

namespace Saaremaa.IntegrationPlan;

internal sealed record IntegrationPlanSettings : Settings
{
    /// <summary>After how many months the form of a plan offers to look at it again.</summary>
    [Range(1, 24)]
    public int ReviewMonths { get; init; } = 6;

    /// <summary>How long the person's link to their copy works.</summary>
    [Range(1, 730)]
    public int LinkDays { get; init; } = 180;

    /// <summary>Printed code of the plan line that the form of a plan offers; empty for none.</summary>
    [StringLength(40)]
    public string PlanLine { get; init; } = "";
}
