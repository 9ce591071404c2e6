using Loim.Data;
using Loim.Modules;
using Loim.Programme.Planning;
using Loim.Programme.Quarters.Narratives;

namespace Loim.Programme;

/// <summary>Invented stories for the quarters that are over; the one under way is left to whoever tries it.</summary>
[Scoped]
internal sealed class DemonstrationStories(ProgrammeDb db, Work work)
{
    /// <summary>By the beginning of the line's Estonian title.</summary>
    private static readonly (string Line, string Story)[] Stories =
    [
        ("Sihtrühma lõimumist", "Peeti lõimumiskohvikuid raamatukogus ja kogukonnamajas. Osalejatelt küsitud tagasiside viis kahe muudatuseni: algusaeg on pool tundi hilisem ja lapsehoid on kohal iga kord.\n\nKohalikke oli igas kohvikus umbes kolmandik."),
        ("Vajaduspõhine tugiteenus", "Vaimse tervise teenusele suunati ainult inimese nõusolekul. Järjekord püsis lühike; üks suunamine lükati tagasi, sest abi anti mujal."),
        ("Infomaterjalide", "Voldik „Kust saan abi“ tõlgiti ukraina keelde ja trükiti. Venekeelne tekst uuendatakse järgmises kvartalis."),
        ("Kohalikud koostöövõrgustikud", "Võrgustik kohtus korra. Kokku lepiti, kes hoiab teenuste nimekirja ajakohasena."),
    ];

    public async Task Add(OwnPlan plan, Scenery scenery)
    {
        var over = Enumerable.Range(1, 4).Select(q => Period.Quarter(scenery.Year, q)).Where(q => q.Until <= scenery.Today).ToList();
        var written = over.SelectMany(quarter => Stories.Select(s => (Line: plan.Lines.FirstOrDefault(l => !l.IsGroup && l.TitleEt.StartsWith(s.Line, StringComparison.Ordinal)), s.Story))
            .Where(s => s.Line is not null)
            .Select(s => new Narrative { LineId = s.Line!.Id, Quarter = quarter.From, Version = 1, Text = s.Story, By = Guid.Empty, At = Days.Instant(quarter.Until.AddDays(2), new(14, 5)) }));
        await work.Do(() => db.AddRange(written));
    }
}
