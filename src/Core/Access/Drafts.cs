using System.Text.Json;
using Loim.Data;
using Loim.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Secret = Loim.Data.Secret;

namespace Loim.Access;

/// <summary>Keeps what somebody had typed when their session ended or they left the form. A form carries, protected, whose it is;
/// the draft is given back to that account alone.</summary>
internal sealed class Drafts(HouseDb db, House<HouseDb> house, Work work, Reading reading, CurrentViewer current, IDataProtectionProvider protection, TimeProvider time) : IDrafts
{
    public const string OwnerField = "_owner";

    /// <summary>Whoever holds a form can leave drafts without being signed in: not for ever, not many, and none that is longer than a form can be.</summary>
    private const int MostOfOne = 20, Longest = 256 * 1024;
    private static readonly TimeSpan OwnedFor = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector owners = protection.CreateProtector("Loim.FormOwner").ToTimeLimitedDataProtector();

    public string OwnerMark() => owners.Protect(current.Viewer.Account.ToString("N"), OwnedFor);

    public async Task<Guid?> Keep(HttpContext context, string? except = null)
    {
        var form = await context.Request.ReadFormAsync();
        if (OwnerOf(form[OwnerField]) is not { } account) { return null; }
        var values = form.Where(f => f.Key is not OwnerField and not "__RequestVerificationToken" and not "step" && f.Key != except).ToDictionary(f => f.Key, f => f.Value.ToArray());
        var text = JsonSerializer.Serialize(values);
        if (text.Length > Longest) { return null; }
        var draft = new Draft { Account = account, Path = context.Request.Path, Form = Secret.Of(text), At = time.GetUtcNow().UtcDateTime };
        await work.Do(async () =>
        {
            house.Db.RemoveRange(await house.Db.Drafts.Where(d => d.Account == account).OrderByDescending(d => d.Id).Skip(MostOfOne - 1).ToListAsync());
            db.Add(draft);
        });
        return draft.Id;
    }

    public async Task<IReadOnlyDictionary<string, StringValues>?> Take(Guid id)
    {
        var account = current.Viewer.Account;
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.Account == account);
        if (draft is null || reading.OpenOwn(draft.Form, new SecretPlace("house_drafts", nameof(Draft.Form), id)) is not { } json) { return null; }
        return JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json)!.ToDictionary(v => v.Key, v => new StringValues(v.Value));
    }

    private Guid? OwnerOf(string? mark)
    {
        if (string.IsNullOrEmpty(mark)) { return null; }
        try { return Guid.Parse(owners.Unprotect(mark)); }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
