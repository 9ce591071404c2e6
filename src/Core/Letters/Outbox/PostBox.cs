using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Loim.Data;
using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Components;

namespace Loim.Letters.Outbox;

[Scoped]
internal sealed partial class PostBox(LettersDb db, Work work, Documents documents, TimeProvider time) : IPostBox
{
    public async Task Post<TLetter>(Recipient to, IReadOnlyDictionary<string, object?>? parameters = null) where TLetter : IComponent
    {
        var html = await Write<TLetter>(to.Language, parameters);
        var now = time.GetUtcNow().UtcDateTime;
        var letter = new Letter
        {
            PersonId = to.Person, Kind = typeof(TLetter).Name, Language = to.Language, Address = Secret.Of(to.Address), WrittenAt = now, NextTryAt = now,
        };
        letter.Say(WebUtility.HtmlDecode(Title().Match(html).Groups[1].Value), html);
        await work.Do(() => db.Add(letter));
    }

    private async Task<string> Write<TLetter>(string language, IReadOnlyDictionary<string, object?>? parameters) where TLetter : IComponent
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { return await documents.Render<TLetter>(parameters); }
        finally { CultureInfo.CurrentUICulture = before; }
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();
}
