using Loim.Accounts.Staff;
using Loim.Cases.Enquiries;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.Programme;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Invented;

/// <summary>A year at the desk: one enquiry a person and some more, half of them anonymous, a third booked on a line of the own plan;
/// the day has begun when it is looked at.</summary>
internal sealed class InventedEnquiries(CasesDb db, IColleagues colleagues, Work work, Deployment deployment) : IDemonstration
{
    private const int Batch = 1000;
    private const int AtLeast = 250;
    private const int ThisMorning = 4;

    /// <summary>Needs-based support, as the order numbers it.</summary>
    private const string Support = "3.5.2.1.2.";
    private static readonly int[] Minutes = [5, 5, 10, 10, 15, 20, 20, 30, 45, 60];
    private static readonly string[] Institutions = ["Töötukassa", "Politsei- ja Piirivalveamet", "Sotsiaalkindlustusamet", "Tervisekassa", "Integratsiooni Sihtasutus"];

    public async Task Add(Scenery scenery, CancellationToken ct)
    {
        var people = await db.Set<PersonCard>().OrderBy(p => p.Id).Select(p => new Visitor(p.Id, p.Language)).ToListAsync(ct);
        var lines = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == scenery.Year && !l.IsGroup && l.Code.StartsWith(Support))
            .OrderBy(l => l.Position).Select(l => l.Id).ToListAsync(ct);
        var staff = await colleagues.With("cases.write");
        var count = scenery.People + AtLeast;
        // Day by day, as a house is filled: what belongs together lies together.
        var moments = Enumerable.Range(0, count).Select(_ => scenery.Moment()).Order().ToList();
        for (var added = 0; added < count; added += Batch)
        {
            ct.ThrowIfCancellationRequested();
            await work.Do(() =>
            {
                for (var i = added; i < Math.Min(added + Batch, count); i++) { Add(Invent(scenery, moments[i], people, lines, staff, count - i)); }
            });
            db.ChangeTracker.Clear();
        }
    }

    private void Add(Enquiry enquiry)
    {
        db.Add(enquiry);
        work.Record(new EnquiryLogged(enquiry.Id, enquiry.PersonId));
    }

    private Enquiry Invent(Scenery scenery, DateTime moment, List<Visitor> people, List<Guid> lines, IReadOnlyList<Colleague> staff, int left)
    {
        var random = scenery.Random;
        var at = left > ThisMorning ? moment : Days.Instant(scenery.Today, new(8, 58 - 12 * left));
        var by = staff.Count > 0 ? staff[left % staff.Count] : new(Guid.Empty, deployment.Municipality, null);
        var enquiry = new Enquiry { Id = scenery.NewId(at), LoggedAt = at, LoggedBy = by.Account, LoggedByName = by.Name, Organisation = by.Organisation };
        var visitor = people.Count > 0 && random.Next(2) == 0 ? people[random.Next(people.Count)] : null;
        enquiry.Say(random.Next(8) == 0 ? Tally(Days.DayOf(at), random) : Visit(Days.DayOf(at), visitor, lines, random), scenery.Today);
        return enquiry;
    }

    private static EnquiryAnswers Visit(DateOnly day, Visitor? visitor, List<Guid> lines, Random random) => new()
    {
        Day = day,
        Channel = random.Next(10) switch { < 5 => Channel.Desk, < 7 => Channel.Phone, < 9 => Channel.Email, _ => Channel.Event },
        Outcome = random.Next(10) switch { < 6 => Outcome.Solved, < 8 => Outcome.Referred, _ => Outcome.Continues },
        Language = visitor?.Language ?? (SpokenLanguage)random.Next(5),
        Minutes = Minutes[random.Next(Minutes.Length)],
        SentTo = Institutions[random.Next(Institutions.Length)],
        Services = Some(Services.Given, random),
        Topics = Some(Topics.All, random),
        Person = visitor?.Id,
        PlanLine = lines.Count > 0 && random.Next(3) == 0 ? lines[random.Next(lines.Count)] : null,
    };

    private static EnquiryAnswers Tally(DateOnly day, Random random) => new()
    {
        Day = day, Channel = Channel.Desk, Outcome = Outcome.Solved, Services = [Services.Tallied[random.Next(Services.Tallied.Length)]],
    };

    /// <summary>One to three of them.</summary>
    private static List<string> Some(string[] codes, Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => codes[random.Next(codes.Length)]).Distinct()];

    private sealed record Visitor(Guid Id, SpokenLanguage Language);
}
