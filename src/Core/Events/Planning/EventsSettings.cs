using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Events.Planning;

internal sealed record EventsSettings : Settings
{
    /// <summary>Areas of the municipality, separated by semicolons; empty: it is one.</summary>
    [StringLength(500)]
    public string Areas { get; init; } = "";

    /// <summary>Days after the event on which names and contacts of those who registered are deleted.</summary>
    [Range(1, 365)]
    public int KeepNamesDays { get; init; } = 30;

    /// <summary>Days before the event on which those who have a seat are reminded; 0: nobody is.</summary>
    [Range(0, 14)]
    public int RemindDays { get; init; } = 1;

    public IReadOnlyList<string> AreaNames() => Areas.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
