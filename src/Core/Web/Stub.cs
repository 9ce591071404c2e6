using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
namespace Loim.Web;
internal interface IDrafts { Task<IReadOnlyDictionary<string, StringValues>?> Take(Guid id); }
internal static class WebStub { public static void AddWeb(this IServiceCollection s) => s.AddRazorComponents(); public static void UseWeb(this WebApplication a) { } }
internal static class TroublePage { public static Task Write(HttpContext c, int status) => c.Response.WriteAsync(status.ToString()); }
public class App : Microsoft.AspNetCore.Components.ComponentBase;
