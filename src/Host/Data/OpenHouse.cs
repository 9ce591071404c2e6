using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;

namespace Loim.Host.Data;

/// <summary>The data of one deployment, opened: what outlives every generation.</summary>
internal sealed class OpenHouse : IAsyncDisposable
{
    private const string Demo = "demo";
    private readonly string name;
    private readonly SettingTable settings;
    private readonly JobTurns turns = new();
    private readonly AuditKey auditKey;

    private OpenHouse(DataFolder folder, string name, ILoggerFactory logs)
    {
        (Folder, this.name) = (folder, name);
        Store = new Store(folder.Database);
        settings = new SettingTable(Store);
        Time = settings.OfHouse(Demo) is null ? TimeProvider.System : new DemoClock(settings.NewestAudit() ?? default);
        Deployment = Read();
        Keys = new Keyring(folder.Keys);
        Audit = new AuditLog(Store, Time);
        auditKey = AuditKey.Of(folder.Keys);
        Checkpoints = new CheckpointKeeper(Audit, new CheckpointFile(folder.Checkpoints), auditKey, Time);
        Facts = new FactLog(Time);
        Faults = new FaultLog(Time, logs.CreateLogger<FaultLog>());
        Wishes = new WishTable(Store, Audit, Time);
    }

    public DataFolder Folder { get; }
    public Deployment Deployment { get; private set; }
    public Store Store { get; }
    public TimeProvider Time { get; }
    public Keyring Keys { get; }
    public AuditLog Audit { get; }
    public CheckpointKeeper Checkpoints { get; }
    public FactLog Facts { get; }
    public FaultLog Faults { get; }
    public WishTable Wishes { get; }

    /// <summary>The invented data are still to be written.</summary>
    public bool WantsDemonstration => settings.OfHouse(Demo) == "filling";

    /// <param name="deployment">Null: the one that the folder remembers.</param>
    /// <param name="demo">Null: whichever it is.</param>
    public static async Task<OpenHouse> Open(DataFolder folder, string? deployment, bool? demo, ILoggerFactory logs)
    {
        var name = folder.Remember(deployment);
        _ = Deployments.Read(name);
        var fresh = folder.IsEmpty;
        if (!fresh && demo == true && WasKilledWhileFilling(folder))
        {
            // Nobody has worked with the invented data yet.
            folder.RemoveDatabase();
            fresh = true;
        }
        Prepare(folder, fresh, demo);
        var house = new OpenHouse(folder, name, logs);
        if (house.Wishes.Ruling().Count == 0) { await house.Wishes.Seed(house.Deployment.Modules); }
        return house;
    }

    private static bool WasKilledWhileFilling(DataFolder folder)
    {
        using var store = new Store(folder.Database);
        return new SettingTable(store).OfHouse(Demo) == "filling";
    }

    private static void Prepare(DataFolder folder, bool fresh, bool? demo)
    {
        using var store = new Store(folder.Database);
        new Migrator(store).Migrate([typeof(HouseDb)]);
        var table = new SettingTable(store);
        if (fresh && demo == true) { table.SetOfHouse(Demo, "filling"); }
        if (demo is { } asked && asked != table.OfHouse(Demo) is not null)
        {
            throw new Refusal(asked ? $"{folder.Root} holds real data; it cannot be served as a demonstration." : $"{folder.Root} holds demonstration data; serve it with --demo.");
        }
    }

    /// <summary>Ids of the modules that shall be on: the deployment's own, until somebody has wished.</summary>
    public HashSet<string> WishedOn() => [.. Wishes.Ruling().Where(r => r.Value.On).Select(r => r.Key)];

    /// <summary>The deployment file again: somebody may have changed it.</summary>
    public void Reread() => Deployment = Read();

    public void EndDemonstration() => settings.SetOfHouse(Demo, "filled");

    /// <param name="wished">Settings that shall be tried.</param>
    public HouseParts PartsFor(ISwitchboard switchboard, WishedSettings? wished = null) =>
        new(Deployment, Folder.Root, Store, Keys, Audit, auditKey, Checkpoints, Facts, Faults, turns, switchboard, Time, Deployments.SettingsOf(name, settings.All(wished)));

    /// <summary>Signs what the audit holds, and closes it. The house ends even where that cannot be written.</summary>
    public async ValueTask DisposeAsync()
    {
        try { await Checkpoints.Keep(CancellationToken.None); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotNotedException or Microsoft.Data.Sqlite.SqliteException)
        {
            Faults.Add("administration", "checkpoint", e);
        }
        await Audit.DisposeAsync();
        auditKey.Dispose();
        Store.Dispose();
    }

    private Deployment Read() => Deployments.Read(name) with { Demo = Time is DemoClock };
}
