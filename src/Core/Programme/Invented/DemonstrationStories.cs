using Loim.Data;
using Loim.Modules;
using Loim.Programme.Planning;
using Loim.Programme.Quarters.Narratives;

namespace Loim.Programme.Invented;

/// <summary>Invented stories for the quarters that are over; the one under way is left to whoever tries it.</summary>
[Scoped]
internal sealed class DemonstrationStories(ProgrammeDb db, Work work)
{
    /// <summary>By the beginning of the line's Estonian title; the first quarter's story, then the second's.</summary>
    private static readonly (string Line, string[] Stories)[] Told =
    [
        ("Sihtrühma lõimumist", ["Peeti lõimumiskohvikuid raamatukogus ja kogukonnamajas. Osalejatelt küsitud tagasiside viis kahe muudatuseni: algusaeg on pool tundi hilisem ja lapsehoid on kohal iga kord.\n\nKohalikke oli igas kohvikus umbes kolmandik.",
            "Kohvikud jätkusid hilisema algusega ja osalejaid tuli juurde. Mais käidi koos väljasõidul; kohapeal selgus, et pered sooviksid suvel ka nädalavahetuse kordi."]),
        ("Vajaduspõhine tugiteenus", ["Vaimse tervise teenusele suunati ainult inimese nõusolekul. Järjekord püsis lühike; üks suunamine lükati tagasi, sest abi anti mujal.",
            "Alustas ukrainakeelne rühm, mis käib koos iga kolme nädala tagant. Individuaalseid vastuvõtte oli nii palju, kui spetsialisti aeg lubas."]),
        ("Infomaterjalide", ["Voldik „Kust saan abi“ tõlgiti ukraina keelde ja trükiti. Venekeelne tekst uuendatakse järgmises kvartalis.", "Voldiku venekeelne tekst on uuendatud. Perearstikeskus ja lasteaiad küsisid juurde sada eksemplari."]),
        ("Kohalikud koostöövõrgustikud", ["Võrgustik kohtus korra. Kokku lepiti, kes hoiab teenuste nimekirja ajakohasena.", "Mai kohtumisel oli teemaks sügisene keeleõppe voor. Ühise infolehe teeb Integratsiooni Sihtasutus."]),
        ("Lõimumisklubi", ["Klubi käis koos üle nädala. Uusi tulijaid saadeti klubisse teenuskeskuse lauast, nii jõudsid kohale ka need, kes kuulutusi ei loe.", "Klubi teemad valisid osalejad ise. Suvel peetakse kokkusaamised õues."]),
        ("Nõustamisteenus", ["Teenuskeskuse lauas nõustasid linna ja ühingu töötajad koos. Kõige rohkem küsiti elamislubade ja keeleõppe kohta.", "Kevadel kasvas e-teenuste abi osa: tähtaegu oli palju. Ühised vastuvõtuajad jäävad ka sügisel."]),
        ("Sihtrühmale KOV registriteenuste", ["Isikukoodi taotlustel aitab dokumentide nimekiri: inimene tuleb teist korda harvem.", "Elukoha registreerimisel jäi enamasti puudu üürileandja nõusolek. Selle kohta on nüüd juhis neljas keeles."]),
        ("Osaluskogu", ["Valmistati ette katsetust: kirjeldati ülesanne ja otsiti meetodi tundja.", "Lepiti kokku kohtade arv ja see, kui kiiresti linn ettepanekutele vastab."]),
    ];

    public async Task Add(OwnPlan plan, Scenery scenery)
    {
        var over = Enumerable.Range(1, 4).Select(q => Period.Quarter(scenery.Year, q)).Where(q => q.Until <= scenery.Today).ToList();
        var written =
            from quarter in over.Index()
            from told in Told
            let line = plan.Lines.FirstOrDefault(l => !l.IsGroup && l.TitleEt.StartsWith(told.Line, StringComparison.Ordinal))
            where line is not null && quarter.Index < told.Stories.Length
            select new Narrative
            {
                LineId = line.Id, Quarter = quarter.Item.From, Version = 1, Text = told.Stories[quarter.Index], By = Guid.Empty,
                At = Days.Instant(quarter.Item.Until, new(14, 5)),
            };
        await work.Do(() => db.AddRange(written));
    }
}
