using System.Globalization;
using Loim.Data;
using Loim.Modules;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Loim.Administration.Trail;

/// <summary>What is asked of the audit. Each answer reads the rows of one person, of one account, or a range of numbers; never a whole year.</summary>
internal sealed record AuditQuery
{
    private const int UsualDays = 30;

    /// <summary>What can be done; texts <c>action.*</c>.</summary>
    public static readonly string[] Kinds = ["read", "add", "change", "delete", "erase", "sign-in", "sign-in-failed", "sign-out", "audit", "tracked", "switch", "retry", "checkpoint"];

    /// <summary>A name, exactly, or an account's id.</summary>
    public string Who { get; private init; } = "";
    public string Person { get; private init; } = "";
    public string Kind { get; private init; } = "";
    public string Module { get; private init; } = "";
    public DateOnly? From { get; private init; }
    public DateOnly? Until { get; private init; }

    public Guid? PersonId => Guid.TryParse(Person, out var id) ? id : null;
    private Guid? Account => Guid.TryParse(Who, out var id) ? id : null;

    public static AuditQuery Since(DateOnly from) => new() { From = from };

    public static AuditQuery Of(IQueryCollection query, DateOnly today)
    {
        var asked = new AuditQuery { Who = Text("who"), Person = Text("person"), Kind = Text("kind"), Module = Text("module"), From = Day("from"), Until = Day("until") };
        return asked is { From: null, Account: null, Person: "" } ? asked with { From = (asked.Until ?? today).AddDays(-UsualDays) } : asked;

        string Text(string name) => query[name].ToString().Trim();
        DateOnly? Day(string name) => Typed.Day(Text(name)) is { Year: > 1900 and < 2999 } day ? day : null;
    }

    public async Task<IQueryable<AuditRow>> In(HouseDb db)
    {
        var found = db.Audit.AsNoTracking();
        if (Person.Length > 0) { found = PersonId is { } person ? found.Where(a => a.Person == person) : found.Where(_ => false); }
        if (Who.Length > 0) { found = Account is { } account ? found.Where(a => a.Account == account) : found.Where(a => a.Who == Who); }
        if (From is { } from && await FirstAt(db, from) is var first) { found = found.Where(a => a.Number >= first); }
        if (Until is { } until && await FirstAt(db, until.AddDays(1)) is var end) { found = found.Where(a => a.Number < end); }
        if (Kind.Length > 0) { found = found.Where(a => a.Action == Kind); }
        if (Module.Length > 0)
        {
            var (purpose, table) = (Module + ".", Module.Replace('-', '_') + "_");
            found = found.Where(a => a.Purpose.StartsWith(purpose) || a.What.StartsWith(table));
        }
        return found;
    }

    /// <summary>As the audit of the audit may say it: what was typed and found nobody is left out.</summary>
    public string Noted => string.Join('&', new (string Name, string? Value)[]
    {
        ("who", Who.Length == 0 ? null : Account?.ToString() ?? "…"), ("person", Person.Length == 0 ? null : PersonId?.ToString() ?? "…"),
        ("kind", Kinds.Contains(Kind) ? Kind : null), ("module", Module.Length is > 0 and < 40 && Module.All(c => char.IsAsciiLetterLower(c) || c == '-') ? Module : null),
        ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("until", Until?.ToString("O", CultureInfo.InvariantCulture)),
    }.Where(f => f.Value is not null).Select(f => $"{f.Name}={f.Value}"));

    /// <summary>Number of the first row of a day. Rows stand in the order of time, so that halving finds it in twenty looks.</summary>
    private static async Task<long> FirstAt(HouseDb db, DateOnly day)
    {
        var at = Days.Instant(day, TimeOnly.MinValue);
        var (low, high) = (1L, 1 + (await db.Audit.MaxAsync(a => (long?)a.Number) ?? 0));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await db.Audit.Where(a => a.Number == middle).Select(a => a.At).FirstOrDefaultAsync() < at) { low = middle + 1; }
            else { high = middle; }
        }
        return low;
    }
}
