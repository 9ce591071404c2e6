using Tallinn.IntegrationChamber.Inputs;
using Tallinn.IntegrationChamber.Joining;
using Tallinn.IntegrationChamber.Meetings;

namespace Tallinn.IntegrationChamber;

/// <summary>Two meetings held, the third planned, inputs of which some led to changes, and a request that waits.</summary>
internal sealed class IntegrationChamberDemonstration(IntegrationChamberDb db, Work work) : IDemonstration
{
    private static readonly (string Text, Outcome Outcome, string? Answer)[] Said =
    [
        ("Arsti juurde aja broneerimise juhend on ainult eesti keeles.", Outcome.Changed, "Juhend on nüüd neljas keeles linna lehel ja trükituna Rändekeskuses."),
        ("Keelekohvikud algavad tööl käijatele liiga vara.", Outcome.Changed, "Sügisest algab iga teine keelekohvik kell 18."),
        ("Kogukonnaruum võiks avatud olla ka pühapäeviti.", Outcome.NotPossible, "Sel aastal valveks raha ei ole; teema tuleb uuesti eelarve koostamisel."),
        ("Lapsevanemad ei leia lasteaiakoha taotluse juhendit.", Outcome.Open, null),
    ];

    private static readonly string[] Communities =
    [
        "Aafrika kogukonna võrgustik", "Araabia keele ja kultuuri ring", "Aserbaidžaani pereklubi", "Gruusia lauluring", "India kogukond", "Nepali üliõpilaste klubi",
        "Poola lugemisring", "Türgi naiste selts", "Ukraina emade võrgustik", "Usbeki köögiklubi", "Valgevene käsitööring",
    ];

    private static readonly (int Month, int Day, string Place, string Topic, int Present)[] Meetings =
        [(2, 19, "Rändekeskus", "Tervishoid võõras keeles", 8), (5, 21, "Kogukonnaruum", "Kool ja lasteaed", 10), (10, 22, "Rändekeskus", "Töö ja kutse tunnustamine", 0)];

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(() =>
    {
        var members = Communities.Select((name, index) => new Member { Name = name, Since = new(scenery.Year - index % 2, 1 + index % 3, 15) }).ToList();
        db.AddRange(members);
        foreach (var (month, day, place, topic, present) in Meetings)
        {
            var meeting = new ChamberMeeting { Day = new(scenery.Year, month, day), Start = new(17, 30), Place = place, Topic = topic };
            if (meeting.Day <= scenery.Today && present > 0) { meeting.Hold(present, scenery.Today); }
            db.Add(meeting);
        }
        foreach (var (index, (text, outcome, answer)) in Said.Index())
        {
            var input = new ChamberInput { ReceivedOn = Scenery.Workday(scenery.Today.AddDays(-150 + 45 * index)), MemberId = members[3 * index + 1].Id, Text = text, IsPublic = true };
            input.Settle(outcome, answer, input.ReceivedOn.AddDays(30) is var then && then < scenery.Today ? then : scenery.Today);
            db.Add(input);
        }
        db.Add(new JoinRequest
        {
            ArrivedAt = Days.Instant(scenery.Today.AddDays(-2), new(19, 40)), Name = "Ladina-Ameerika sõprade klubi",
            About = "Umbes kolmkümmend liiget, tantsuõhtud ja eesti keele harjutamine.", Contact = Secret.Of("klubi@naide.example"),
        });
    });
}
