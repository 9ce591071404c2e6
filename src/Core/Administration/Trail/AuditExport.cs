using System.Globalization;
using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Administration.Trail;

/// <summary>What the list shows, as a file for those who must answer for it: the newest rows of the same filters.</summary>
internal static class AuditExport
{
    private const int Most = 50_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit.csv", Send).RequirePermission("audit");

    private static async Task<IResult> Send(HttpContext context, HouseDb db, TrailWords words, Texts texts, AuditLog log, CurrentViewer current, TimeProvider time)
    {
        var asked = AuditQuery.Of(context.Request.Query, time.Today());
        var rows = await (await asked.In(db)).OrderByDescending(a => a.Number).Take(Most).ToListAsync(context.RequestAborted);
        await log.Note([AuditEntry.By(current, "audit", "GET /administration/audit.csv") with { Person = asked.PersonId, What = $"{rows.Count} rows", Detail = asked.Noted }], context.RequestAborted);
        return Results.File(CsvText.Write(rows.Select(row => Cells(row, words)).Prepend(Head(texts.Of(typeof(AuditExport))))), CsvText.ContentType, $"audit-{time.Today():yyyy-MM-dd}.csv");
    }

    private static string[] Head(Wording t) =>
        [t["audit.number"], t["audit.at"], t["audit.account"], t["audit.account.id"], t["audit.role"], t["audit.action"], t["audit.place"], t["audit.purpose"], t["audit.person"], t["audit.page"], t["audit.what"], t["audit.detail"]];

    private static string?[] Cells(AuditRow row, TrailWords words) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), TimeZoneInfo.ConvertTimeFromUtc(row.At, Days.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        words.Doer(row), row.Account == Guid.Empty ? null : row.Account.ToString(), words.Role(row), words.Action(row.Action), words.Place(row), words.Why(row),
        row.Person?.ToString(), row.Page, row.What, words.Detail(row),
    ];
}
