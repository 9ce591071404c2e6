using Loim.Data;
using Loim.Modules;
using Loim.Network.Cooperation;
using Loim.Network.Meetings;
using Loim.Network.Organisations;

namespace Loim.Network;

/// <summary>Authorities and associations that any town deals with, and two networks: one by quarters with a pause, one twice a year whose next meeting is called.</summary>
internal sealed class NetworkDemonstration(NetworkDb db, Work work) : IDemonstration
{
    private static readonly (string Name, Sector Sector, string Offers, string[] Languages, int CheckedDaysAgo, string? Website)[] Known =
    [
        ("Eesti Töötukassa", Sector.State, "Tööotsing, koolitused, töövõime hindamine", ["et", "ru", "en"], 40, "https://www.tootukassa.ee"),
        ("Sotsiaalkindlustusamet", Sector.State, "Hüvitised, pension, lastekaitse", ["et", "ru", "en"], 95, "https://sotsiaalkindlustusamet.ee"),
        ("Politsei- ja Piirivalveamet", Sector.State, "Elamisluba, ID-kaart, rahvusvaheline kaitse", ["et", "ru", "en", "uk"], 20, "https://www.politsei.ee"),
        ("Tervisekassa", Sector.State, "Ravikindlustus, perearst", ["et", "ru", "en"], 410, "https://www.tervisekassa.ee"),
        ("Integratsiooni Sihtasutus", Sector.State, "Eesti keele õpe, nõustamine, kohanemiskoolitus", ["et", "ru", "en", "uk"], 60, "https://www.integratsioon.ee"),
        ("Kogukonnamaja", Sector.Ngo, "Kohtumispaik, klubid, laste hoid ürituste ajal", ["et", "uk"], 15, null),
        ("Rahvuskultuuri seltside ümarlaud", Sector.Minority, "Rahvakalendri tähtpäevad, keelekohvik", ["et", "ru", "uk"], 500, null),
        ("Kutsehariduskeskus", Sector.Education, "Kutseõpe täiskasvanule, keeleõpe töökohal", ["et", "ru"], 130, null),
    ];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(() =>
    {
        var organisations = Known.Select(known =>
        {
            var organisation = new Organisation { Name = known.Name, Sector = known.Sector, Offers = known.Offers, Languages = known.Languages, Website = known.Website };
            organisation.Check(scenery.Today.AddDays(-known.CheckedDaysAgo));
            return organisation;
        }).ToList();
        db.AddRange(organisations);
        var specialists = Found("Spetsialistide võrgustik", Cadence.Quarterly(3), organisations, scenery);
        Hold(specialists, new(scenery.Year, 2, 18), "Perearsti nimistud on täis; Tervisekassa selgitab ooteaega.", "Jagada töötajatele ooteaja juhend", "Tervisekassa", done: true, organisations, scenery);
        Hold(specialists, new(scenery.Year, 5, 13), "Sügisel avaneb uus keeleõppe voor.", "Teha ühine infoleht keeleõppe kohtadest", "Integratsiooni Sihtasutus", done: false, organisations, scenery);
        var county = Found("Maakonna koostöövõrgustik", Cadence.Yearly(2), organisations.Take(4), scenery);
        Hold(county, new(scenery.Year, 4, 8), "Üleminekul valdade vahel kaob pere toetus silmist.", "Leppida kokku, kes teavitab uut valda", "Sotsiaalkindlustusamet", done: false, organisations, scenery);
        Call(county, scenery.Today.AddDays(29));
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
        meeting.Prepare(["Mis on kevadest saadik muutunud", "Pered, kes kolivad valdade vahel", "Talvine eluase"]);
        db.Add(meeting);
    }

    private void Hold(CooperationNetwork network, DateOnly day, string minutes, string task, string doer, bool done, IEnumerable<Organisation> organisations, Scenery scenery)
    {
        if (day >= scenery.Today) { return; }
        var meeting = new Meeting { NetworkId = network.Id, Day = day, Start = new(10, 0), Place = "Volikogu saal" };
        meeting.Prepare(["Mis on vahepeal toimunud", "Mis on plaanis", "Kitsaskohad"]);
        meeting.Hold(organisations.Take(5).Select(o => o.Id), 1, minutes, scenery.Today);
        var decision = new Decision { NetworkId = network.Id, MeetingId = meeting.Id, Task = task, Doer = doer, DueOn = day.AddMonths(3) };
        if (done) { decision.Do(null, day.AddMonths(2)); }
        db.AddRange(meeting, decision);
    }
}
