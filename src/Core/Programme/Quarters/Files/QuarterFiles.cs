using System.Text;
using Loim.Modules;
using Loim.Programme.Quarters.InterimReports;
using Loim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Loim.Programme.Quarters.Files;

/// <summary>The report for print and as a spreadsheet, beside its page.</summary>
internal static class QuarterFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quarters/{period}/report", async (string period, QuarterReports reports, Documents documents) =>
            await reports.Of(period) is null
                ? Results.NotFound()
                : Results.Content(await documents.Render<QuarterDocument>(new Dictionary<string, object?> { ["Quarter"] = period }), "text/html; charset=utf-8")).RequirePermission("read");
        routes.MapGet("/quarters/{period}/report.xlsx", async (string period, QuarterReports reports, QuarterWorkbook workbook, InterimReportBook book, Deployment deployment) =>
            await reports.Of(period) is { } report
                ? Results.File(workbook.Write(report, await book.SubmittedAs(report)), Spreadsheet.ContentType, NameOf(deployment, report) + ".xlsx")
                : Results.NotFound()).RequirePermission("read");
        routes.MapGet("/quarters/{period}/versions/{version:int}/report.json", async (string period, int version, InterimReportBook book, Deployment deployment) =>
            await book.Find(period, version) is { } found
                ? Results.File(Encoding.UTF8.GetBytes(found.Content), "application/json", $"{deployment.Id}-{found.Period}-{found.Version}.json")
                : Results.NotFound()).RequirePermission("read");
    }

    /// <summary><c>rakvere-2025-Q3</c></summary>
    public static string NameOf(Deployment deployment, QuarterReport report) => $"{deployment.Id}-{report.Quarter}";
}
