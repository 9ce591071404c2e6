using System.ComponentModel.DataAnnotations;
using Rakvere.Library.Catalogues;

namespace Rakvere.Library;

internal sealed record LibrarySettings : Settings
{
    /// <summary>The library, as events name their organiser.</summary>
    [Required, StringLength(160)]
    public string Organiser { get; init; } = "Lääne-Virumaa Keskraamatukogu";

    /// <summary>Whom activities are usually held with.</summary>
    [Required, StringLength(160)]
    public string Partner { get; init; } = "Rakvere Linnavalitsus";

    /// <summary>What a café is called among the events.</summary>
    [Required, StringLength(160)]
    public string Title { get; init; } = "Keelekohvik";

    [Required, StringLength(120)]
    public string Room { get; init; } = "Raamatukogu saal";

    /// <summary>How many the usual room holds.</summary>
    [Range(1, 1000)]
    public int Capacity { get; init; } = 40;

    /// <summary>Address of the catalogue's SRU service; empty: there is none.</summary>
    [StringLength(300), RegularExpression(@"https?://[^\s?#]+")]
    public string Catalogue { get; init; } = "";

    /// <summary>How the catalogue is asked, in CQL: <c>{language}</c> and <c>{level}</c> are filled in.</summary>
    [Required, StringLength(300)]
    public string CatalogueQuery { get; init; } = CatalogueQuestion.UsualQuery;

    /// <summary>How long a page waits for it.</summary>
    [Range(1, 20)]
    public int CatalogueSeconds { get; init; } = 4;
}
