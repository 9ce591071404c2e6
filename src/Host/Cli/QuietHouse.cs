using System.CommandLine;
using Loim.Data;
using Loim.Host.Data;
using Loim.Host.Generations;
using Loim.Host.Plugins;
using Loim.Host.Switching;
using Loim.Modules;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loim.Host.Cli;

/// <summary>A generation that serves nobody: its container alone, for one verb of the command line.</summary>
internal sealed class QuietHouse : ISwitchboard, IAsyncDisposable
{
    private readonly OpenHouse house;
    private readonly Catalogue catalogue;
    private readonly Dictionary<string, ModuleException> troubles = [];
    private readonly WebApplication app;
    private LineUp lineUp;

    private QuietHouse(OpenHouse house, PluginStore plugins)
    {
        this.house = house;
        catalogue = Catalogue.Read(house.Deployment, plugins);
        lineUp = new([], new HashSet<string>());
        app = Build(house.WishedOn());
    }

    public int Generation => 0;
    public IReadOnlyList<ModuleStatus> Modules => Statuses.Of(catalogue, lineUp, troubles, house.Wishes.Ruling());
    public IReadOnlyList<Module> Known => [.. catalogue.Known.Select(m => m.Module)];

    public static async Task<QuietHouse> Open(DataFolder folder, string? deployment, PluginStore plugins) =>
        new(await OpenHouse.Open(folder, deployment, demo: null, NullLoggerFactory.Instance), plugins);

    public Task<WishOutcome> Carry(long wish, CancellationToken ct) => ModuleVerbs.Outcome(house, wish, ct);

    public Task<int> Run(Type verb, string words, ParseResult typed, CancellationToken ct)
    {
        if (lineUp.Set.OwnerOf(verb) is null) { throw new Refusal($"The module that brings \"{words}\" is not on."); }
        return app.Services.GetRequiredService<IServiceScopeFactory>().AsHouse($"command line: {words}",
            services => ((IVerb)services.GetRequiredService(verb)).Run(typed, Console.Out, ct));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await house.DisposeAsync();
    }

    /// <summary>A module that does not work is left out here as well.</summary>
    private WebApplication Build(HashSet<string> on)
    {
        var builder = new GenerationBuilder(new ConfigurationBuilder().Build(), NullLoggerFactory.Instance, house.Folder.Protection());
        while (true)
        {
            lineUp = new LineUp(catalogue.Known, on);
            try
            {
                lineUp.Migrate(house.Store);
                return builder.Assemble(house.PartsFor(this), lineUp, new InnerServer(), new Activation());
            }
            catch (ModuleException e) when (on.Remove(e.Module)) { troubles[e.Module] = e; }
        }
    }
}
