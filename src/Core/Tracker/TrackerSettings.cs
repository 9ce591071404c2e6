using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Tracker;

/// <summary>As whom the municipality answers.</summary>
internal sealed record TrackerSettings : Settings
{
    /// <summary>Registry code of the municipality; empty: nothing is answered.</summary>
    [RegularExpression(@"\d{8}|")]
    public string RegistryCode { get; init; } = "";
}
