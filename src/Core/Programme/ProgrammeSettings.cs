using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Programme;

/// <summary>Who pays for the plan. Source: RKV-12.</summary>
internal sealed record ProgrammeSettings : Settings
{
    /// <summary>Per cent paid by the European Social Fund; the state pays the rest.</summary>
    [Range(0, 100)]
    public int EuropeanShare { get; init; } = 85;
}
