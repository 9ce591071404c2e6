using System.ComponentModel.DataAnnotations;

namespace Tallinn.Interpreters;

internal sealed record InterpretersSettings : Settings
{
    /// <summary>Who arranges interpreters for recipients of international protection.</summary>
    [Required, StringLength(160)]
    public string OtherProvider { get; init; } = "Sotsiaalkindlustusamet";

    /// <summary>Whether holders of temporary protection are served here; by the order they are recipients of protection too.</summary>
    public bool ServesTemporaryProtection { get; init; }

    /// <summary>Printed code of the plan line that an offer begins with; empty for none.</summary>
    [StringLength(40)]
    public string PlanLine { get; init; } = "";
}
