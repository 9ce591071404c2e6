using Loim.Modules;
using Microsoft.AspNetCore.Http;

namespace Loim.Web;

/// <summary>Where the house is found from outside: as the deployment says, else as the request came in.</summary>
internal sealed class HouseAddress(Deployment deployment, IHttpContextAccessor http)
{
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) =>
        deployment.Address.Length > 0 ? deployment.Address.TrimEnd('/') + path
        : http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{path}"
        : path;
}
