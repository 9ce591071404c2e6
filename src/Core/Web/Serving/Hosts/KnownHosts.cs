using Loim.Modules;

namespace Loim.Web;

/// <summary>By which names the house answers: what it says of where it is (where to go next, links in letters) is never a name that the sender invented.</summary>
internal static class KnownHosts
{
    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static IList<string> Of(Deployment deployment) =>
        deployment.Hosts.Count > 0 ? [.. deployment.Hosts]
        : deployment.Demo ? ["*"]
        : Uri.TryCreate(deployment.Address, UriKind.Absolute, out var address) ? [address.IdnHost, .. OwnMachine]
        : OwnMachine;
}
