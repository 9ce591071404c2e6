namespace Loim.Events.Calendar;

/// <summary>What is on in an invented year, in three variants: not every town shows the same.</summary>
internal static class InventedProgramme
{
    private static readonly Turn[] Turns =
    [
        new(EventKind.IntegrationCafe, DayOfWeek.Thursday, 2, 17, 14, 6,
        [
            new("Kogukonnamaja saal", "Lõimumiskohvik", "Integration café", "Интеграционное кафе", "Інтеграційне кафе"),
            new("Kultuurikeskuse kohvik", "Naabrite kohvik", "Neighbours’ café", "Кафе соседей", "Кафе сусідів"),
            new("Kogukonnamaja saal", "Pereõhtu: saame tuttavaks", "Family evening: getting to know each other", "Семейный вечер: знакомимся", "Родинний вечір: знайомимося"),
        ]),
        new(EventKind.InfoHour, DayOfWeek.Wednesday, 6, 14, 9, 1,
        [
            new("Volikogu saal", "Infotund: Töötukassa teenused", "Info hour: what Töötukassa offers", "Информационный час: услуги Töötukassa", "Інформаційна година: послуги Töötukassa"),
            new("Volikogu saal", "Infotund: kool ja lasteaed", "Info hour: school and kindergarten", "Информационный час: школа и детский сад", "Інформаційна година: школа й дитячий садок"),
            new("Teenindussaal", "Infotund: üürileping ja eluase", "Info hour: renting a home", "Информационный час: аренда жилья", "Інформаційна година: оренда житла"),
        ]),
        new(EventKind.InfoHour, DayOfWeek.Monday, 9, 15, 11, 0,
        [
            new("Volikogu saal", "Infotund: ravikindlustus ja perearst", "Info hour: health insurance and the family doctor",
                "Информационный час: медицинская страховка и семейный врач", "Інформаційна година: медичне страхування й сімейний лікар"),
            new("Teenindussaal", "Infotund: elukoha registreerimine", "Info hour: registering one’s residence", "Информационный час: регистрация места жительства", "Інформаційна година: реєстрація місця проживання"),
            new("Päästekomando õppeklass", "Infotund: ohutus kodus ja number 112", "Info hour: safety at home and the number 112",
                "Информационный час: безопасность дома и номер 112", "Інформаційна година: безпека вдома й номер 112"),
        ]),
        new(EventKind.IntegrationClub, DayOfWeek.Saturday, 4, 11, 8, 5,
        [
            new("Noortekeskus", "Naiste klubi", "Women’s club", "Женский клуб", "Жіночий клуб"),
            new("Kogukonnamaja", "Käsitööklubi", "Handicraft club", "Клуб рукоделия", "Клуб рукоділля"),
            new("Kooli töökoda", "Puutööklubi", "Woodwork club", "Столярный клуб", "Столярний клуб"),
        ]),
        new(EventKind.CultureEvent, DayOfWeek.Saturday, 8, 13, 22, 17,
        [
            new("Kogukonnamaja köök", "Rahvaste köök", "Kitchen of many peoples", "Кухня народов", "Кухня народів"),
            new("Lauluväljak", "Ühislaulmine", "Singing together", "Поём вместе", "Співаємо разом"),
            new("Muuseum", "Jalutuskäik koduloos", "A walk through local history", "Прогулка по истории края", "Прогулянка історією краю"),
        ]),
        new(EventKind.OffsiteSeminar, DayOfWeek.Friday, 20, 10, 24, 4,
        [
            new("Mõisa seminarimaja", "Väljasõit: Eesti ühiskond ja kombed", "Day out: Estonian society and customs", "Выезд: эстонское общество и обычаи", "Виїзд: естонське суспільство та звичаї"),
            new("Riigikogu", "Väljasõit: kuidas riik ja omavalitsus töötavad", "Day out: how state and municipality work",
                "Выезд: как работают государство и самоуправление", "Виїзд: як працюють держава й самоврядування"),
            new("Ettevõtluskeskus", "Väljasõit: töö ja ettevõtlus", "Day out: work and enterprise", "Выезд: работа и предпринимательство", "Виїзд: праця та підприємництво"),
        ]),
    ];

    /// <returns>The same for the same town each time.</returns>
    public static IEnumerable<(Turn Turn, Title Title)> Of(string town)
    {
        // One digit of base three a turn.
        var digits = town.Aggregate(0, (sum, letter) => (sum * 17 + letter) % 729);
        foreach (var turn in Turns)
        {
            yield return (turn, turn.Titles[digits % turn.Titles.Length]);
            digits /= turn.Titles.Length;
        }
    }

    internal sealed record Title(string Venue, string Estonian, string English, string Russian, string Ukrainian)
    {
        public IReadOnlyDictionary<string, EventWords> Words => new Dictionary<string, EventWords> { ["en"] = new(English, null), ["ru"] = new(Russian, null), ["uk"] = new(Ukrainian, null) };
    }

    internal sealed record Turn(string Kind, DayOfWeek Weekday, int EveryWeeks, int Hour, int Newcomers, int Locals, Title[] Titles);
}
