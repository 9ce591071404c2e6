using Loim.DataProtection.Register;
using Loim.DataProtection.Rights;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loim.DataProtection;

/// <summary>What is kept of people, why, how long, and that it goes in time.</summary>
internal sealed class DataProtectionModule : Module
{
    internal override bool AlwaysOn => true;

    public override IReadOnlyList<string> Requires => ["people"];

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/register.csv", async (RegisterBook book) => Results.File(await book.Csv(), CsvText.ContentType, "register.csv")).RequirePermission("read");
        OwnDataFiles.Map(routes);
    }
}
