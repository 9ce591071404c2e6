using System.ComponentModel.DataAnnotations;

namespace Faults.BadSettings;

public sealed class BadSettingsModule : Module;

public sealed record Opening : Settings
{
    [Range(1, 24, ErrorMessage = "Hours must lie between 1 and 24.")]
    public int Hours { get; init; } = 99;
}
