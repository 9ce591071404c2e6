using System.CommandLine;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.People.Invented;

/// <summary><c>seed</c>: fills an empty database with the invented data of every module that is on.</summary>
internal sealed class Seed(IEnumerable<IDemonstration> modules, House<PeopleDb> people, TimeProvider time) : IVerb
{
    private static readonly Option<int> People = new("--people") { Description = "How many persons.", Required = true };
    private static readonly Option<int> Year = new("--year") { Description = "Work is spread over this year, up to today.", Required = true };
    private static readonly Option<int> RandomSeed = new("--random-seed") { Description = "The same seed gives the same data.", DefaultValueFactory = _ => 1 };

    public static VerbLine Line { get; } = new(["seed"], "Fills an empty database with invented people and their work.", People, Year, RandomSeed);

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var (count, year, today) = (line.GetValue(People), line.GetValue(Year), time.Today());
        if (count is < 1 or > 2_000_000) { throw new Refusal("--people takes a number from 1 to 2000000."); }
        if (year < 2000 || year > today.Year) { throw new Refusal($"--year takes a year from 2000 to {today.Year}."); }
        if (await people.Db.People.AnyAsync(ct)) { throw new Refusal("There are people in the database already; invented ones are only added to an empty one."); }
        var last = new DateOnly(year, 12, 31);
        var scenery = new Scenery(count, year, today < last ? today : last, new Random(line.GetValue(RandomSeed)));
        foreach (var module in modules.OrderBy(d => d.IsLast)) { await module.Add(scenery, ct); }
        await output.WriteLineAsync($"{count} invented people and their work in {year}.");
        return 0;
    }
}
