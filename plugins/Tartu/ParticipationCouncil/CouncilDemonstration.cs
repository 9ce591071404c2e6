using Loim.Programme;
using Tartu.ParticipationCouncil.Councils;
using Tartu.ParticipationCouncil.Members;
using Tartu.ParticipationCouncil.Meetings;
using Tartu.ParticipationCouncil.Proposals;
using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil;

/// <summary>A council that is tried out: invented members, a sitting behind it and one to come, proposals in every state.</summary>
internal sealed class CouncilDemonstration(ParticipationCouncilDb db, MemberBook book, Deployment deployment, Work work) : IDemonstration
{
    private const string PlanLine = "3.5.2.1.1.2";

    private static readonly (string Name, string Language)[] Invented =
        [("Solveiha Dzherelna", "uk"), ("Timurian Valdose", "ru"), ("Amarisha Okonveri", "en"), ("Juanita Ferralde", "en"), ("Ostapian Lisohor", "uk")];

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var first = Guid.Empty;
        await work.Do(async () => first = await Seat(scenery, ct));
        await book.InviteAgain(first);
    }

    /// <returns>One of the members, whose letter is to wait in the outbox.</returns>
    private async Task<Guid> Seat(Scenery scenery, CancellationToken ct)
    {
        var (from, until) = (scenery.Today.AddDays(-40), scenery.Today.AddDays(100));
        var council = new Council
        {
            Language = "et", Name = "Uute tartlaste kogu", Purpose = "Mida saab linn teha, et uus elanik leiaks esimesel aastal keele, töö ja tuttavad?", Seats = 12, From = from, Until = until,
        };
        council.Translate(CouncilWords.Council);
        council.Advance(0);
        council.Advance(0);
        db.Add(council);
        await Meet(council, scenery, ct);
        var seated = Invented.Index().Select(m => new Member
        {
            CouncilId = council.Id, Name = new(m.Item.Name), Email = new($"liige{m.Index + 1}@kogu.example"), Language = m.Item.Language, From = from, Until = until,
        }).ToList();
        db.AddRange(seated);
        Propose(council, seated, scenery.Today);
        return seated[0].Id;
    }

    private async Task Meet(Council council, Scenery scenery, CancellationToken ct)
    {
        var line = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code == PlanLine)
            .Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        CouncilMeeting On(int days, string agenda, string? outcome, IReadOnlyDictionary<string, string?> words)
        {
            var meeting = new CouncilMeeting
            {
                Language = "et", CouncilId = council.Id, Day = scenery.Today.AddDays(days), Start = new(17, 30), Place = "Raekoja saal", Agenda = agenda, Outcome = outcome, PlanLine = line,
            };
            meeting.Translate(words);
            return meeting;
        }
        db.Add(On(-20, "Tutvumine ja töökord", "Lepiti kokku kolm teemat: keeleõpe, esimene töökoht, naabrid.", CouncilWords.First));
        db.Add(On(22, "Keeleõpe: ettepanekute arutelu", null, CouncilWords.Second));
    }

    private void Propose(Council council, List<Member> seated, DateOnly today)
    {
        Proposal By(int member, int number, int daysAgo, string title, string text, IReadOnlyDictionary<string, string?> words)
        {
            var proposal = new Proposal
            {
                Language = seated[member].Language, CouncilId = council.Id, MemberId = seated[member].Id, Number = number, Title = title, Text = text,
                MadeOn = today.AddDays(-daysAgo), AnswerDueOn = today.AddDays(30 - daysAgo),
            };
            proposal.Translate(words);
            return proposal;
        }
        var evenings = By(0, 1, 36, "Мовне кафе ввечері", "Ті, хто вдень працює, не можуть прийти на денні мовні кафе. Просимо хоча б одну вечірню зустріч на тиждень.", CouncilWords.Evenings);
        evenings.Publish(today.AddDays(-35));
        evenings.Answer(Decision.Accepted, "Nõus: õhtune kord aitab neid, kes päeval töötavad. Ruum ja juhendaja on olemas.", "et", today.AddDays(-18));
        var step = evenings.Progress(today.AddDays(-6), "Esimene õhtune keelekohvik toimus.", "et", isDone: false);
        step?.Translate(CouncilWords.Step);
        var tours = By(1, 2, 33, "Ознакомительная прогулка в каждом районе", "Новые жители знают центр города, но не учреждения своего района.", CouncilWords.Tours);
        tours.Publish(today.AddDays(-30));
        var bus = By(2, 3, 5, "A bus card guide with pictures", "The guide could have pictures and be in four languages, at the bus stops too.", new Dictionary<string, string?>());
        db.AddRange(evenings, tours, bus);
        if (step is not null) { db.Add(step); }
    }
}
