using Loim.Data;
using Microsoft.EntityFrameworkCore;

namespace Loim.Network.Organisations;

/// <summary>What other modules may see of an organisation: the published view <c>network_organisation_cards</c>, read-only; those that
/// have ended are not in it. Seen by those with <c>network.read</c>.</summary>
public sealed class OrganisationCard
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary><c>Municipality</c>, <c>State</c>, <c>Education</c>, <c>Culture</c>, <c>Minority</c>, <c>Ngo</c>, <c>Business</c> or <c>Abroad</c>.</summary>
    public string Sector { get; init; } = "";

    /// <summary>General address, for letters.</summary>
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>Whole address: <c>https://…</c></summary>
    public string? Website { get; init; }

    /// <summary>What one gets there, in words: in Estonian, and where somebody wrote it, in the languages newcomers read.</summary>
    public string? Offers { get; init; }
    public string? OffersEn { get; init; }
    public string? OffersRu { get; init; }
    public string? OffersUk { get; init; }

    /// <summary>Codes of the languages in which it serves.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When somebody last made sure that the entry is right.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <returns>Null where nobody wrote it in that language.</returns>
    /// <param name="language"><c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</param>
    public string? OffersIn(string language) => Organisation.InLanguage(language, Offers, OffersEn, OffersRu, OffersUk);
}

public static class OrganisationCards
{
    /// <summary>Maps the view into another module's context; that module must require <c>network</c>.</summary>
    public static void SeesOrganisations(this ModelBuilder model, ModuleDb db) => model.Entity<OrganisationCard>(card =>
    {
        card.ToView("network_organisation_cards").HasKey(c => c.Id);
        card.HasQueryFilter(Conventions.Access, c => db.Viewer.IsHouse || db.Viewer.Can("network.read"));
    });
}
