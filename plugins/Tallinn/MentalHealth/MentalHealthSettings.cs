using System.ComponentModel.DataAnnotations;

namespace Tallinn.MentalHealth;

internal sealed record MentalHealthSettings : Settings
{
    /// <summary>What the form of a session offers.</summary>
    [Range(1, Sessions.Session.MostMinutes)]
    public int Minutes { get; init; } = 50;

    /// <summary>Printed code of the plan line that the form of a session offers; empty for none.</summary>
    [StringLength(40)]
    public string PlanLine { get; init; } = "";
}
