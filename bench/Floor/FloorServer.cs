using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Loim.Bench.Floor;

/// <summary>The same pages and the same insert with nothing above: bare Kestrel, one switch over the path, Microsoft.Data.Sqlite.</summary>
internal static class FloorServer
{
    public static async Task<int> Run(int port, string folder, string house)
    {
        var started = Stopwatch.StartNew();
        var file = Path.Combine(folder, "floor.db");
        if (!File.Exists(file)) { FloorData.Create(file, house); }
        var (people, enquiries) = (Shell.Read(folder, "people"), Shell.Read(folder, "enquiries"));
        var (lists, pages) = (new ListPages(file, new Words()), new PublicPages(file, folder));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(context => (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/people") => lists.People(context, people),
            ("GET", "/enquiries") => lists.Enquiries(context, enquiries),
            ("GET", "/start") => pages.Start(context),
            ("GET", "/event") => pages.Event(context),
            ("POST", "/enquiries") => WriteEnquiry.Handle(context, file),
            _ => Unknown(context),
        });
        await app.StartAsync();
        Console.WriteLine($"Ready http://127.0.0.1:{port} in {started.ElapsedMilliseconds} ms");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static Task Unknown(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
