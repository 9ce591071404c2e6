using Loim.Access;
using Loim.Accounts.Staff;
using Loim.Cases.Assessments;
using Loim.Cases.BreakGlass;
using Loim.Cases.Casework;
using Loim.Cases.Notes;
using Loim.Cases.Plans;
using Loim.Cases.Referrals;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Invented;

/// <summary>Cases in every stage, led by whoever does casework in the demonstration.</summary>
internal sealed class InventedCases(CasesDb db, ReferralBook referrals, IColleagues colleagues, IConsents consents, Deployment deployment, Work work) : IDemonstration
{
    private static readonly Matter[] Matters =
    [
        new("Otsib tööd oma erialal ja vajab keelekursust.", "Vestlesime rahulikult, tõlkega.", "Leppisime kokku, et CV vaatame üle enne järgmist kohtumist.",
            "Töötan oma erialal", LifeDomain.Work, "Diplomi hindamise taotlus", "Töövarjupäev", "Küsida tööandjalt vastust", "Töötukassa", "Palun nõu ja aega tööotsijana arvelevõtmiseks."),
        new("Pere vajab suuremat üürikorterit ja lapsele lasteaiakohta.", "Tuli koos abikaasaga; tõlk oli telefonis.", "Üürileping lõpeb detsembris; otsima hakkame kohe.",
            "Perel on püsiv kodu", LifeDomain.Housing, "Avaldus munitsipaalkorteri saamiseks", "Üürilepingu läbivaatamine", "Vaadata koos üürikuulutusi", "Kodulähedane lasteaed", "Palun lapsele rühmakohta; eesti keelt laps veel ei räägi."),
        new("Elamisloa pikendamine ja perearst on puudu.", "Rääkisime ilma tõlgita; paberitest aru saada on raskem.", "Elamisloa pikendamiseks on dokumendid koos, foto on puudu.",
            "Mul on kehtiv elamisluba ja perearst", LifeDomain.Documents, "Elamisloa taotlus ja foto", "Avaldus perearsti nimistusse", "Uurida, kas elamisluba on pikendatud", "Politsei- ja Piirivalveamet", "Palun aega elamisloa pikendamiseks."),
        new("Uus linnas, ei tunne kedagi ega oska e-teenuseid kasutada.", "Pool jutust õnnestus lihtsas eesti keeles.", "Andsin kaasa keelekohviku ajad ja raamatukogu aadressi.",
            "Ajan asju ise, ka e-teenustes", LifeDomain.Digital, "Digioskuste kursus", "Keelekohvikus igal nädalal", "Proovida koos digiretsepti", "Integratsiooni Sihtasutus", "Palun kohta A1-taseme keelekursusel õhtusel ajal."),
    ];

    private static readonly Stage[] Stages =
        [Stage.New, Stage.New, Stage.Assessed, Stage.Planned, Stage.Planned, Stage.InProgress, Stage.InProgress, Stage.InProgress, Stage.InProgress, Stage.Closed, Stage.Closed];

    private const int AwaitingConsent = 5;

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var people = await db.Set<PersonCard>().Where(p => p.Language != SpokenLanguage.Estonian).OrderBy(p => p.Id).Select(p => p.Id).Skip(3).Take(Stages.Length).ToListAsync(ct);
        var leading = await colleagues.With("cases.casework");
        var manager = As(leading is [var first, ..] ? first : new Colleague(Guid.Empty, deployment.Municipality, null));
        foreach (var person in people.Skip(AwaitingConsent + 1)) { await consents.Give(person, ConsentPurpose.Sharing, "uk"); }
        await work.Do(async () =>
        {
            foreach (var (index, person) in people.Index()) { await Add(index, Stages[index], person, manager, scenery.Today); }
            if (leading is [_, var other, ..] && people.Count > 0) { await Shut(manager, As(other), people, scenery.Today); }
        });
    }

    /// <summary>A confidential case of each of two: one that the other has opened for a reason, and one that is shut still.</summary>
    private async Task Shut(Viewer manager, Viewer other, List<Guid> taken, DateOnly today)
    {
        var own = db.Cases.Local.First(c => c.IsOpen && c.OpenedOn < today.AddDays(-7));
        own.Keep(confidential: true);
        db.Add(Opening.Of(own, "Ema helistas, kolleeg on puhkusel: haiglas küsiti kontakti.", other, Days.Instant(today.AddDays(-3), new(15, 40))));
        var person = await db.Set<PersonCard>().Where(p => !taken.Contains(p.Id)).OrderBy(p => EF.Property<string>(p, PersonCards.Fold)).Select(p => p.Id).FirstAsync();
        var shut = Case.Open(person, "Pöördus lähisuhtevägivalla pärast.", other, today.AddDays(-12));
        shut.Keep(confidential: true);
        db.Add(shut);
        work.Record(new CaseOpened(shut.Id, person));
    }

    private static Viewer As(Colleague colleague) => Viewer.Of(colleague.Account, colleague.Name, colleague.Organisation, new HashSet<string>());

    private async Task Add(int index, Stage stage, Guid person, Viewer manager, DateOnly today)
    {
        var (matter, opened) = (Matters[index % Matters.Length], Scenery.Workday(today.AddDays(stage == Stage.New ? -index : -20 - 17 * index)));
        var it = Case.Open(person, matter.Reason, manager, opened);
        db.Add(it);
        work.Record(new CaseOpened(it.Id, person));
        if (stage == Stage.New) { return; }
        db.Add(it.Assess(Scores(index, 0), matter.Talk, manager, Scenery.Workday(opened.AddDays(5))));
        db.Add(it.Note(matter.Agreed, NoteLevel.Case, manager, Days.Instant(Scenery.Workday(opened.AddDays(5)), new(11, 20))));
        if (stage == Stage.Assessed) { return; }
        db.Add(Plan(it, index, stage, opened, today));
        if (stage == Stage.Planned) { return; }
        db.Add(it.Assess(Scores(index, 1), null, manager, Scenery.Workday(opened.AddDays(70))));
        await Refer(it, index, manager, today);
        if (stage == Stage.Closed) { End(it, index, manager, today); }
    }

    /// <summary>One of them had been closed before, and came back.</summary>
    private void End(Case it, int index, Viewer manager, DateOnly today)
    {
        if (index % 2 == 0)
        {
            var before = it.Close(CaseOutcome.NoContact, "Kolm kirja, vastust ei tulnud.", manager, today.AddDays(-30));
            it.Reopen(before, "Helistas ise: oli sugulaste juures Pärnus.", manager, today.AddDays(-24));
            db.Add(before);
        }
        db.Add(it.Close(index % 2 == 0 ? CaseOutcome.GoalsReached : CaseOutcome.MovedAway, "Tänas abi eest.", manager, today.AddDays(-10)));
    }

    private static Goal Plan(Case it, int index, Stage stage, DateOnly opened, DateOnly today)
    {
        var matter = Matters[index % Matters.Length];
        var goal = it.SetGoal(matter.Goal, matter.Domain, opened.AddDays(8));
        goal.Add(matter.Step, StepDoer.Client, Scenery.Workday(today.AddDays(index - 5)));
        goal.Add(matter.Next, index % 2 == 0 ? StepDoer.Together : StepDoer.Manager, today.AddDays(12 + index));
        if (stage > Stage.Planned) { goal.Steps[0].Do(today.AddDays(-6)); }
        if (stage == Stage.InProgress) { goal.Add(matter.Check, StepDoer.Manager, Scenery.Workday(today.AddDays(index - 7))); }
        return goal;
    }

    /// <summary>One awaits consent, one waits for its answer with a letter in the outbox, the others are answered.</summary>
    private async Task Refer(Case it, int index, Viewer manager, DateOnly today)
    {
        var (matter, sent) = (Matters[index % Matters.Length], Days.Instant(today.AddDays(-25), new(14, 5)));
        var referral = it.Refer(new(matter.Institution, "kontakt@asutus.example", "et", matter.Asked, "helistada pärast kella 15"), manager, sent);
        db.Add(referral);
        if (index == AwaitingConsent) { return; }
        if (index == AwaitingConsent + 1) { await referrals.Post(referral); return; }
        referral.Send(consents: true, sent);
        referral.Say(index == 8 ? ReferralState.Declined : ReferralState.Accepted, index == 8 ? "Järjekord on täis kuni jaanuarini." : "Ootame vastuvõtule.", sent.AddDays(4));
        if (index > 8) { referral.Say(ReferralState.Done, null, sent.AddDays(12)); }
    }

    private static Dictionary<LifeDomain, int> Scores(int index, int later) =>
        Enum.GetValues<LifeDomain>().ToDictionary(d => d, d => Math.Clamp((int)d * 7 % 3 + index % 2 + later * ((int)d % 4 - 1 + index % 2), 0, Assessment.Highest));

    /// <summary>Why somebody came, what was said and agreed, the goal with its steps, and who else is asked.</summary>
    private sealed record Matter(string Reason, string Talk, string Agreed, string Goal, LifeDomain Domain, string Step, string Next, string Check, string Institution, string Asked);
}
