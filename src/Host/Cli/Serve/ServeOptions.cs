using System.Net;
using Loim.Host.Data;
using Loim.Host.Plugins;

namespace Loim.Host.Cli.Serve;

internal sealed record ServeOptions
{
    public required DataFolder Folder { get; init; }

    /// <summary>Null: the one that the folder remembers.</summary>
    public string? Deployment { get; init; }
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 for any that is free.</summary>
    public int Port { get; init; }
    public bool Demo { get; init; }

    /// <summary>The machine says that it is for real work.</summary>
    public bool IsProduction { get; init; }

    /// <summary>Null: the shared modules alone.</summary>
    public PluginStore? Plugins { get; init; }

    /// <summary>The runtime lets a process say so only once.</summary>
    public bool SurvivesStrayExceptions { get; init; }
}
