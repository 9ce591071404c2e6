using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.DataProtection;

internal sealed record DataProtectionSettings : Settings
{
    /// <summary>How the municipality's data protection officer is reached: e-mail or telephone, never a name; empty: not said yet.</summary>
    [StringLength(200)]
    public string Officer { get; init; } = "";
}
