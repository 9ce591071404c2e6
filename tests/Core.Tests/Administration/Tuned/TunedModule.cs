using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Core.Tests.Administration.Tuned;

/// <summary>A module with a setting of each kind.</summary>
public sealed class TunedModule : Module;

public enum Channel { Desk, Phone }

public sealed record TunedSettings : Settings
{
    [Required, StringLength(20)] public string Contact { get; init; } = "front desk";
    [RegularExpression("[A-Z]{2}")] public string Prefix { get; init; } = "RK";
    [Range(1, 365)] public int Days { get; init; } = 30;
    public bool Reminders { get; init; } = true;
    public Channel Channel { get; init; } = Channel.Phone;
}
