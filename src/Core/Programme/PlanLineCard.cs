using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Loim.Programme;

/// <summary>A line of an activity plan, as other modules see it: the published view <c>programme_line_cards</c>.</summary>
/// <remarks>Source: ELV-26, ALL-02.</remarks>
public sealed class PlanLineCard
{
    /// <summary>The line's own key; the same in every import of the same plan.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose line it is, spelt as <see cref="Modules.Deployment.Owner"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>As printed: it may repeat, be a plain list number, or be empty. Never a key.</summary>
    public required string Code { get; init; }
    public required string TitleEt { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>A heading; work and money are booked on the lines below it.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Planned cost of the year.</summary>
    public long BudgetCents { get; init; }

    /// <summary>The plan year.</summary>
    public int Year { get; init; }

    /// <summary>Place in the order as printed, from 1.</summary>
    public int Position { get; init; }

    /// <summary>As the order prints it, in Estonian; whoever reads English has the translation.</summary>
    public string Title => PlanLineCards.ForReader(TitleEt, TitleEn).Text;

    /// <summary>For the <c>lang</c> attribute of <see cref="Title"/>; null where it is the language of the page.</summary>
    public string? TitleLang => PlanLineCards.ForReader(TitleEt, TitleEn).Lang;

    /// <summary>Code and title.</summary>
    public string Label => Code.Length == 0 ? Title : $"{Code} {Title}";
}

public static class PlanLineCards
{
    /// <summary>An Estonian office knows a line by its printed name, whatever language its people read best.</summary>
    internal static (string Text, string? Lang) ForReader(string et, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "et" => (et, null),
        "en" when en.Length > 0 => (en, null),
        _ => (et, "et"),
    };

    /// <summary>In a module that requires <c>programme</c>: maps the view, so that queries join it.</summary>
    public static void SeesPlanLines(this ModelBuilder model) => model.Entity<PlanLineCard>().ToView("programme_line_cards");
}
