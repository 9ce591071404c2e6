using Loim.Data;
using Loim.Modules;
using Loim.Network.Cooperation;
using Loim.Network.Meetings;
using Loim.Network.Meetings.Deciding;
using Loim.Network.Organisations;

namespace Loim.Network;

/// <summary>Authorities and associations that any town deals with, and two networks: one by quarters with a pause, one twice a year whose next meeting is called.</summary>
internal sealed class NetworkDemonstration(NetworkDb db, Work work) : IDemonstration
{
    private static readonly Entry[] Known =
    [
        new("Eesti Töötukassa", Sector.State, ["et", "ru", "en"], 40, "https://www.tootukassa.ee",
            "Tööotsing, koolitused, töövõime hindamine", "Looking for work, training, assessment of work ability", "Поиск работы, обучение, оценка трудоспособности", "Пошук роботи, навчання, оцінка працездатності"),
        new("Sotsiaalkindlustusamet", Sector.State, ["et", "ru", "en"], 95, "https://sotsiaalkindlustusamet.ee",
            "Hüvitised, pension, lastekaitse", "Benefits, pension, child protection", "Пособия, пенсия, защита детей", "Виплати, пенсія, захист дітей"),
        new("Politsei- ja Piirivalveamet", Sector.State, ["et", "ru", "en", "uk"], 20, "https://www.politsei.ee",
            "Elamisluba, ID-kaart, rahvusvaheline kaitse", "Residence permit, ID card, international protection", "Вид на жительство, ID-карта, международная защита", "Посвідка на проживання, ID-картка, міжнародний захист"),
        new("Tervisekassa", Sector.State, ["et", "ru", "en"], 410, "https://www.tervisekassa.ee",
            "Ravikindlustus, perearst", "Health insurance, family doctor", "Медицинская страховка, семейный врач", "Медичне страхування, сімейний лікар"),
        new("Integratsiooni Sihtasutus", Sector.State, ["et", "ru", "en", "uk"], 60, "https://www.integratsioon.ee",
            "Eesti keele õpe, nõustamine, kohanemiskoolitus", "Estonian courses, advice, adaptation training", "Курсы эстонского, консультации, адаптационное обучение", "Курси естонської, консультації, адаптаційне навчання"),
        new("Kogukonnamaja", Sector.Ngo, ["et", "uk"], 15, null,
            "Kohtumispaik, klubid, lastehoid sündmuste ajal", "A place to meet, clubs, child care during events", "Место встреч, клубы, присмотр за детьми во время мероприятий", "Місце зустрічей, клуби, догляд за дітьми під час заходів"),
        new("Rahvuskultuuri seltside ümarlaud", Sector.Minority, ["et", "ru", "uk"], 500, null,
            "Rahvakalendri tähtpäevad, keelekohvik", "Folk calendar feasts, language café", "Народные праздники, языковое кафе", "Народні свята, мовне кафе"),
        new("Kutsehariduskeskus", Sector.Education, ["et", "ru"], 130, null,
            "Kutseõpe täiskasvanule, keeleõpe töökohal", "Vocational education for adults, language at work", "Профессиональное обучение взрослых, язык на работе", "Професійна освіта для дорослих, мова на роботі"),
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(() =>
    {
        var organisations = Known.Select((known, index) =>
        {
            var organisation = new Organisation
            {
                Name = known.Name, Sector = known.Sector, Languages = known.Languages, Website = known.Website, Email = $"asutus{index + 1}@naide.example",
                Offers = known.Offers, OffersEn = known.English, OffersRu = known.Russian, OffersUk = known.Ukrainian,
            };
            organisation.Check(scenery.Today.AddDays(-known.CheckedDaysAgo));
            return organisation;
        }).ToList();
        db.AddRange(organisations);
        var specialists = Found("Spetsialistide võrgustik", Cadence.Quarterly(3), organisations, scenery);
        Hold(specialists, new(scenery.Year, 2, 18), "Perearsti nimistud on täis; Tervisekassa selgitab ooteaega.", "Jagada töötajatele ooteaja juhend", "Tervisekassa", done: true, organisations, scenery);
        Hold(specialists, new(scenery.Year, 5, 13), "Sügisel avaneb uus keeleõppe voor.", "Teha ühine infoleht keeleõppe kohtadest", "Integratsiooni Sihtasutus", done: false, organisations, scenery);
        var local = Found("Kohalik koostöövõrgustik", Cadence.Yearly(2), organisations.Take(4), scenery);
        Hold(local, new(scenery.Year, 4, 8), "Kui pere kolib, kaob tema toetus silmist.", "Leppida kokku, kes teavitab uut omavalitsust", "Sotsiaalkindlustusamet", done: false, organisations, scenery);
        Call(local, scenery.Today.AddDays(29));
    });

    private CooperationNetwork Found(string name, Cadence cadence, IEnumerable<Organisation> members, Scenery scenery)
    {
        var network = new CooperationNetwork { Name = name, State = NetworkState.Created, FoundedOn = new(scenery.Year - 1, 3, 1), Cadence = cadence };
        foreach (var member in members) { network.Join(member.Id, null, new(scenery.Year - 1, 3, 1)); }
        db.Add(network);
        return network;
    }

    private void Call(CooperationNetwork network, DateOnly day)
    {
        var meeting = new Meeting { NetworkId = network.Id, Day = day, Start = new(13, 0), Place = "Volikogu saal" };
        meeting.Prepare(["Mis on kevadest saadik muutunud", "Pered, kes kolivad mujale", "Talvine eluase"]);
        db.Add(meeting);
    }

    private void Hold(CooperationNetwork network, DateOnly day, string minutes, string task, string doer, bool done, IEnumerable<Organisation> organisations, Scenery scenery)
    {
        if (day >= scenery.Today) { return; }
        var meeting = new Meeting { NetworkId = network.Id, Day = day, Start = new(10, 0), Place = "Volikogu saal" };
        meeting.Prepare(["Mis on vahepeal toimunud", "Mis on plaanis", "Kitsaskohad"]);
        meeting.Hold(organisations.Take(5).Select(o => o.Id), 1, minutes, scenery.Today);
        var decision = Decision.Of(meeting, task, doer, day.AddMonths(3));
        if (done) { decision.Do(null, day.AddMonths(2)); }
        db.AddRange(meeting, decision);
    }

    private sealed record Entry(string Name, Sector Sector, string[] Languages, int CheckedDaysAgo, string? Website, string Offers, string English, string Russian, string Ukrainian);
}
