using Loim.Data;
using Microsoft.EntityFrameworkCore;

namespace Loim.People;

/// <summary>What other modules may see of a person: the published view <c>people_cards</c>, read-only.
/// Rows are seen by those with <c>people.read</c>; persons who were erased are not in it.
/// A record that was merged into another has its own row with the values of that other, so what points to it keeps working.</summary>
public sealed class PersonCard
{
    public Guid Id { get; init; }

    /// <summary>Given and family name. For order use the shadow property <see cref="PersonCards.Fold"/>.</summary>
    public Sealed<string> Name { get; init; }

    /// <summary>The name in its own script, where it is not Latin.</summary>
    public Sealed<string>? OwnName { get; init; }
    public TargetGroup TargetGroup { get; init; }
    public SpokenLanguage Language { get; init; }

    /// <summary>The record that stands for the person: another than <see cref="Id"/> where two were merged. Group and count by it.</summary>
    public Guid Person { get; init; }

    /// <summary>Null where nobody asked.</summary>
    public StayBasis? Basis { get; init; }
}

public static class PersonCards
{
    /// <summary>Shadow column, family name first, without case and marks: <c>OrderBy(c =&gt; EF.Property&lt;string&gt;(c, PersonCards.Fold))</c>.</summary>
    public const string Fold = "fold";

    /// <summary>Maps the view into another module's context; that module must require <c>people</c>.</summary>
    public static void SeesPeople(this ModelBuilder model, ModuleDb db) => model.Entity<PersonCard>(card =>
    {
        card.ToView("people_cards").HasKey(c => c.Id);
        card.Property(c => c.TargetGroup).HasConversion<string>();
        card.Property(c => c.Language).HasConversion<string>();
        card.Property(c => c.Basis).HasConversion<string>();
        card.Property<string>(Fold);
        card.HasQueryFilter(Conventions.Access, c => db.Viewer.IsHouse || db.Viewer.Can("people.read"));
    });
}
