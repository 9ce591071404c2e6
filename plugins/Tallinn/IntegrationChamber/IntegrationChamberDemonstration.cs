using Loim.Network.Organisations;
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

    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(async () =>
    {
        var organisations = await db.Set<OrganisationCard>().AsNoTracking().Where(o => o.Sector == "Minority" || o.Sector == "Ngo").OrderBy(o => o.Name).Take(4).ToListAsync(ct);
        foreach (var organisation in organisations) { db.Add(new Member { Name = organisation.Name, OrganisationId = organisation.Id, Since = new(scenery.Year, 1, 15) }); }
        var own = new Member { Name = "Aafrika kogukonna võrgustik", Since = new(scenery.Year, 3, 3) };
        db.Add(own);
        foreach (var (month, topic) in new[] { (2, "Tervishoid võõras keeles"), (5, "Kool ja lasteaed"), (10, "Töö ja kutse tunnustamine") })
        {
            var meeting = new ChamberMeeting { Day = new(scenery.Year, month, 20), Place = "Rändekeskus", Topic = topic };
            if (meeting.Day <= scenery.Today) { meeting.Hold(7 + month, scenery.Today); }
            db.Add(meeting);
        }
        foreach (var (index, (text, outcome, answer)) in Said.Index())
        {
            var input = new ChamberInput { ReceivedOn = scenery.Today.AddDays(-150 + 45 * index), MemberId = own.Id, Text = text, IsPublic = true };
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
