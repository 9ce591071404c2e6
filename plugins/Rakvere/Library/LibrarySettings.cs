using System.ComponentModel.DataAnnotations;

namespace Rakvere.Library;

internal sealed record LibrarySettings : Settings
{
    /// <summary>The library, as events name their organiser.</summary>
    [Required, StringLength(160)]
    public string Organiser { get; init; } = "Lääne-Virumaa Keskraamatukogu";

    /// <summary>What a café is called among the events.</summary>
    [Required, StringLength(160)]
    public string Title { get; init; } = "Keelekohvik";

    [Required, StringLength(120)]
    public string Room { get; init; } = "Raamatukogu saal";

    /// <summary>How many the usual room holds.</summary>
    [Range(1, 1000)]
    public int Capacity { get; init; } = 40;
}
