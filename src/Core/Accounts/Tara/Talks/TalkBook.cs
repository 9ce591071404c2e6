using System.Security.Cryptography;
using System.Text;
using Loim.Data;
using Loim.Modules;
using Microsoft.Extensions.Logging;

namespace Loim.Accounts.Tara.Talks;

/// <summary>Writes down the talk with TARA: in the technical log that it took place and how it ended, the words themselves sealed.</summary>
[Scoped]
internal sealed class TalkBook(House<AccountsDb> house, Work work, TimeProvider time, ILogger<TalkBook> log)
{
    private readonly StringBuilder words = new();
    private string mark = "-";

    public void Began(string state) => log.LogInformation("TARA: talk {Mark} begins", MarkOf(state));

    public void Answered(string state, string question, string answer)
    {
        mark = MarkOf(state);
        words.AppendLine(question).AppendLine($"{time.GetUtcNow():O} {answer}");
        log.LogInformation("TARA: talk {Mark}: the browser came back", mark);
    }

    public void Got(string? idToken)
    {
        words.AppendLine($"{time.GetUtcNow():O} {idToken}");
        log.LogInformation("TARA: talk {Mark}: a token came", mark);
    }

    /// <summary>An answer that nobody here had asked for leaves no more than a line: whoever sends a thousand fills no table.</summary>
    public async Task End(string outcome, string why, Guid? account = null)
    {
        log.LogInformation("TARA: talk {Mark} ends, {Outcome}: {Why}", mark, outcome, why);
        if (words.Length == 0) { return; }
        var talk = new Talk { At = time.GetUtcNow().UtcDateTime, Mark = mark, Outcome = outcome, AccountId = account, Text = Secret.Of(words.ToString()) };
        await work.Do(() => house.Db.Add(talk));
    }

    private static string MarkOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 6));
}
