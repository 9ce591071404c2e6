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

    /// <summary>Printed in Estonian; everybody else reads the English translation.</summary>
    public string Title => PlanLineCards.InOwnLanguage(TitleEt, TitleEn);

    /// <summary>Code and title.</summary>
    public string Label => Code.Length == 0 ? Title : $"{Code} {Title}";
}

public static class PlanLineCards
{
    internal static string InOwnLanguage(string et, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "et" || en.Length == 0 ? et : en;

    /// <summary>In a module that requires <c>programme</c>: maps the view, so that queries join it.</summary>
    public static void SeesPlanLines(this ModelBuilder model) => model.Entity<PlanLineCard>().ToView("programme_line_cards");
}
