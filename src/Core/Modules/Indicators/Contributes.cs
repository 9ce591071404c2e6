namespace Loim.Modules;

/// <summary>
/// On an <see cref="IIndicator"/>: its value is the municipality's own contribution to an indicator of the minister's order:
/// <c>coordinators</c>, <c>journey-models</c>, <c>info-days</c>, <c>trainings</c>, <c>participations</c>, <c>networks</c> or <c>councils</c>.
/// </summary>
/// <remarks>Source: ELV-27.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ContributesToAttribute(string indicator) : Attribute
{
    public string Indicator => indicator;

    /// <summary>Only evidence of this <see cref="Evidence.Kind"/>; all where it is not said.</summary>
    public string? Kind { get; init; }

    /// <summary>The order counts municipalities: whatever the value, one at most.</summary>
    public bool AsOne { get; init; }
}
