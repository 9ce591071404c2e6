using System.ComponentModel.DataAnnotations;

namespace Tartu.ServiceCentre;

internal sealed record ServiceCentreSettings : Settings
{
    /// <summary>The organisation whose staff share the desk with the municipality's, spelt as in its accounts.</summary>
    [Required, StringLength(160)]
    public string Partner { get; init; } = "Teenuskeskus";

    /// <summary>Printed code of the plan line that visits are booked on; empty for none.</summary>
    [StringLength(40)]
    public string AdvicePlanLine { get; init; } = "";

    /// <summary>Printed code of the plan line that registry services are booked on; empty for none.</summary>
    [StringLength(40)]
    public string RegistryPlanLine { get; init; } = "";
}
