using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Loim.Data;
using Loim.Modules;
using Loim.Programme.Deadlines;
using Loim.Programme.Partnership;
using Loim.Programme.Planning;

namespace Loim.Programme.Invented;

/// <summary>The own municipality's agreement and posts as the order names them, and the report days of the year.</summary>
[Scoped]
internal sealed partial class DemonstrationPartnership(ProgrammeDb db, Work work, Deployment deployment)
{
    public Task Add(Stream partners, OwnPlan plan, Scenery scenery) => work.Do(() =>
    {
        foreach (var (owner, from, until, posts) in Partners(partners).Where(p => p.Owner == deployment.Owner))
        {
            var agreement = new Agreement { Number = $"{owner} {from.Year}" };
            agreement.Set(from, until);
            db.Add(agreement);
            var personnel = plan.Lines.FirstOrDefault(l => !l.IsGroup && l.Code.Length == 0)?.Id;
            foreach (var (index, match) in PostPattern().Matches(posts).Index()) { db.Add(PostOf(match, from, personnel, isCoordinator: index == 0)); }
        }
        db.AddRange(Reports(scenery.Year).Select(d => { d.DoneOn = d.Due < scenery.Today ? d.Due.AddDays(-2) : null; return d; }));
    });

    private static Post PostOf(Match match, DateOnly from, Guid? line, bool isCoordinator)
    {
        var post = new Post { Role = match.Groups["role"].Value.Trim(), LineId = line, IsCoordinator = isCoordinator };
        post.Set((int)(100 * decimal.Parse(match.Groups["load"].Value, CultureInfo.InvariantCulture)), from, null);
        return post;
    }

    private static IEnumerable<Deadline> Reports(int year) =>
    [
        new() { Title = "I kvartali vahearuanne", ProvisionalOn = new(year, 4, 30), AgreedOn = new(year, 4, 25) },
        new() { Title = "II kvartali vahearuanne", ProvisionalOn = new(year, 6, 30), AgreedOn = new(year, 7, 4) },
        new() { Title = "III kvartali vahearuanne", ProvisionalOn = new(year, 9, 30), AgreedOn = new(year, 9, 26) },
        new() { Title = "IV kvartali vahearuanne", ProvisionalOn = new(year + 1, 1, 9) },
    ];

    private static IEnumerable<(string Owner, DateOnly From, DateOnly Until, string Posts)> Partners(Stream file)
    {
        using var csv = CsvReader.Create(new StreamReader(file, Encoding.UTF8), new CsvReaderOptions { Separator = ',', HasHeader = false });
        while (csv.Read())
        {
            if (DateOnly.TryParse(csv.GetString(2), CultureInfo.InvariantCulture, out var from)) { yield return (csv.GetString(0), from, DateOnly.Parse(csv.GetString(3), CultureInfo.InvariantCulture), csv.GetString(4)); }
        }
    }

    [GeneratedRegex(@"(?:^|; )(?<role>[^;(0-9]+?) (?:\([^)]*\) )?(?<load>[01]\.[0-9]{2})")]
    private static partial Regex PostPattern();
}
