using System.Collections.Concurrent;
using Loim.Browser.Tests.House;
using Loim.Browser.Tests.Thread;

namespace Loim.Browser.Tests.Pages;

/// <summary>Looks at every page in every language once, several at a time; the tests then ask for what was found.</summary>
internal sealed class Inspections
{
    public static readonly string[] Languages = ["et", "en", "ru", "uk"];
    private const int AtOnce = 3;
    private readonly Lazy<Task<IReadOnlyDictionary<(string Template, string Language), Inspection>>> all;
    private readonly Lazy<Task<IReadOnlyDictionary<string, Place>>> places;
    private readonly Town town;

    public Inspections(Town town)
    {
        this.town = town;
        places = new(Find);
        all = new(Look);
    }

    public Task<IReadOnlyDictionary<string, Place>> Places => places.Value;

    public async Task<Inspection> Of(string template, string language) =>
        (await all.Value).TryGetValue((template, language), out var found) ? found : throw new InvalidOperationException($"No role found a way to {template}.");

    /// <summary>Some pages are open only to those who did something today.</summary>
    private async Task<IReadOnlyDictionary<string, Place>> Find()
    {
        await using var manager = await town.Visit(Role.CaseManager);
        await manager.LogEnquiry("information");
        await manager.Refer("Vira", "Stezhka", "tahab rääkida ukraina keeles");
        await using var specialist = await town.Visit(Role.Specialist);
        await specialist.TakeOn("tahab rääkida ukraina keeles");
        await using var lead = await town.Visit(Role.CaseworkLead);
        await lead.UploadPeople("Eesnimi;Perenimi;Keel\nOrysia;Tabelova;ukraina\n");
        var found = new Dictionary<string, Place>(Walk.Besides);
        var neighbours = town.Neighbours();
        var walks = new List<IReadOnlyDictionary<string, Place>> { await Walked(town, found) };
        walks.AddRange(await Task.WhenAll((await neighbours).Select(neighbour => Walked(neighbour, walks[0]))));
        foreach (var (template, place) in walks.SelectMany(walk => walk)) { found.TryAdd(template, place); }
        return found;
    }

    /// <summary>A walk for the pages of the modules that are on in this town, as far as they were not found elsewhere.</summary>
    private static async Task<IReadOnlyDictionary<string, Place>> Walked(Town home, IReadOnlyDictionary<string, Place> found)
    {
        var modules = await home.ModulesOn();
        return await new Walk(home, [.. PageCatalogue.Templates.Where(t => !found.ContainsKey(t) && (t == "/" || modules.Contains(t.Split('/')[1])))]).Everybody();
    }

    private async Task<IReadOnlyDictionary<(string, string), Inspection>> Look()
    {
        var found = new ConcurrentDictionary<(string, string), Inspection>();
        var owners = (await Places).GroupBy(p => (Town: p.Value.Town ?? town, p.Value.Role)).OrderByDescending(g => g.Count()).ToList();
        var rounds = from owned in owners from language in Languages select (language, owned);
        await Parallel.ForEachAsync(rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (round, _) =>
        {
            await using var visit = await round.owned.Key.Town.Visit(round.owned.Key.Role, round.language);
            await Axe.Bring(visit.Context);
            foreach (var (template, place) in round.owned)
            {
                found[(template, round.language)] = await Inspection.Of(visit, place, round.language);
                if (Pictures.Folder is not null) { await Pictures.Take(visit.Page, template, round.language); }
            }
        });
        return found;
    }
}
