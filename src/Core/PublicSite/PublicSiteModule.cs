using Loim.Modules;

namespace Loim.PublicSite;

/// <summary>What anyone may read: start page, information in four languages, where to get help, and a way to ask for it.</summary>
internal sealed class PublicSiteModule : Module
{
    public override IReadOnlyList<string> Requires => ["network"];
}
