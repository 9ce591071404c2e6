using Loim.Modules;

namespace Loim.Network;

/// <summary>Organisations, the networks that they work in, and what their meetings decided.</summary>
internal sealed class NetworkModule : Module
{
    public override IReadOnlyList<string> Requires => ["programme"];
}
