namespace Loim.Modules;

/// <summary>How a wish ended.</summary>
internal sealed record WishOutcome(bool Done, string? Reason);

/// <summary>The host, as the core sees it: what runs, and how to ask for something else.</summary>
internal interface ISwitchboard
{
    int Generation { get; }
    IReadOnlyList<ModuleStatus> Modules { get; }

    /// <summary>The texts, menus and settings of modules that are off are needed by administration alone.</summary>
    IReadOnlyList<Module> Known { get; }

    /// <summary>Ends when the wish is carried out or refused. The request that asks is itself in flight meanwhile.</summary>
    Task<WishOutcome> Carry(long wish, CancellationToken ct);
}
