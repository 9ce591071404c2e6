using System.Net;
using Loim.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Loim.Web;

/// <summary>Who somebody is and by what scheme they came is believed of the proxies that the deployment names, and of nobody else.</summary>
internal static class KnownProxies
{
    public static ForwardedHeadersOptions Options(Deployment deployment)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = deployment.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in deployment.Proxies) { options.KnownProxies.Add(IPAddress.Parse(proxy)); }
        return options;
    }
}
