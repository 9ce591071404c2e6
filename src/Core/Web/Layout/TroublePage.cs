using Microsoft.AspNetCore.Http;

namespace Loim.Web;

internal static class TroublePage
{
    public static Task Write(HttpContext context, int status) => context.Response.WriteAsync(status.ToString());
}
