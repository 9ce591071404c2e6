using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Tracker;

/// <summary>
/// The three services of the data tracker's protocol, second version. The subject learns that the institution looked at or changed
/// their record, when and why: not the official's name, nor the data. Long lists are not tied to each person on them, and what the
/// house does by itself is nobody's attention. Nothing here is hidden from the subject by law; what would be is not recorded.
/// </summary>
/// <remarks>Source: e-gov/AJ, protocol of usage information, version 1.6.</remarks>
internal static class Usage
{
    private static readonly string[] Shown = ["read", "add", "change", "delete", "erase"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        // The name of the parameter keeps the key out of logs and audit.
        routes.MapGet("/{Token}/v2/findUsage", Find).AllowAnonymous();
        routes.MapGet("/{Token}/v2/usagePeriod", Period).AllowAnonymous();
        routes.MapGet("/{Token}/v2/heartbeat", Heartbeat).AllowAnonymous();
    }

    private static async Task<IResult> Find(string token, HttpContext context, Gate gate, House<HouseDb> house, IPersonCodes codes, Reasons reasons, AuditLog audit, CurrentViewer current)
    {
        if (!gate.Opens(token)) { return Results.NotFound(); }
        if (UsageQuery.Of(context.Request) is not { } asked) { return Results.BadRequest(); }
        var persons = asked.Code is { } code ? await codes.RecordsOf(code) : [];
        if (persons.Count == 0) { return Results.Json(new FoundUsages(0, [])); }
        var found = house.Db.Audit.AsNoTracking().Where(a => a.Person != null && persons.Contains(a.Person.Value) && Shown.Contains(a.Action) && a.Account != Guid.Empty);
        if (asked.From is { } from) { found = found.Where(a => a.At >= from); }
        if (asked.Until is { } until) { found = found.Where(a => a.At <= until); }
        var total = await found.CountAsync();
        var rows = await found.OrderByDescending(a => a.Number).Skip(asked.Offset).Take(asked.Limit).ToListAsync();
        await audit.Note([AuditEntry.By(current, "tracked", "GET /tracker/…/v2/findUsage") with { Who = "Andmejälgija", Person = persons[0], What = $"{rows.Count} rows" }], context.RequestAborted);
        return Results.Json(new FoundUsages(total, [.. rows.Select(row => new FoundUsage(Local(row.At), reasons.Of(row.Action, row.Purpose), gate.RegistryCode, gate.Name, "Lõim"))]));
    }

    private static async Task<IResult> Period(string token, Gate gate, House<HouseDb> house, TimeProvider time) => !gate.Opens(token) ? Results.NotFound()
        : Results.Json(new { periodStart = Local(await house.Db.Audit.OrderBy(a => a.Number).Select(a => (DateTime?)a.At).FirstOrDefaultAsync() ?? time.GetUtcNow().UtcDateTime) });

    private static async Task<IResult> Heartbeat(string token, Gate gate, House<HouseDb> house) => !gate.Opens(token) ? Results.NotFound()
        : Results.Json(new { status = await house.Db.Audit.AnyAsync() ? "OK" : "FAIL" });

    private static DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), Days.Zone);
}

/// <summary>Who may ask, and as whom the house answers.</summary>
[Scoped]
internal sealed class Gate(TrackerKey key, TrackerSettings settings, Deployment deployment)
{
    public string RegistryCode => settings.RegistryCode;
    public string Name => deployment.Municipality;

    public bool Opens(string token) => settings.RegistryCode.Length > 0 && key.Opens(token);
}

/// <summary>Why, in words that the subject understands: what was done, by which right of the staff.</summary>
[Scoped]
internal sealed class Reasons(ISwitchboard switchboard, Texts texts)
{
    private const string Language = "et";

    public string Of(string action, string purpose)
    {
        var done = texts.Of(typeof(Reasons)).In(Language, $"usage.{action}");
        if (purpose.Split('.') is not [var id, var name] || switchboard.Known.FirstOrDefault(m => m.Id == id) is not { } module) { return done; }
        return $"{done}: {texts.Of(module.GetType()).In(Language, $"permission.{name}")}";
    }
}

/// <param name="TotalUsages">All of them, whatever the page.</param>
internal sealed record FoundUsages(int TotalUsages, IReadOnlyList<FoundUsage> Usages);

internal sealed record FoundUsage(DateTimeOffset Logtime, string Action, string ReceiverCode, string ReceiverName, string ReceiverSystem);
