using System.Net.Mail;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Letters.Outbox;

/// <summary>Sends what is due. A letter counts as sent when the mail server has said so.</summary>
internal sealed class SendLetters(LettersDb db, Work work, Reading reading, MailRoute route, MailServer server, TimeProvider time) : Job
{
    private const int Most = 50;

    public override TimeSpan Every => TimeSpan.FromSeconds(5);

    public override async Task Run(CancellationToken ct)
    {
        if (!route.IsSet) { return; }
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Letters.Where(l => l.State == LetterState.Waiting && l.NextTryAt <= now).OrderBy(l => l.NextTryAt).Take(Most).ToListAsync(ct);
        foreach (var letter in due)
        {
            var (hindrance, said) = await Send(letter, ct);
            await work.Do(() =>
            {
                if (hindrance is { } why) { letter.Fail(why, said, time.GetUtcNow().UtcDateTime); }
                else { letter.Leave(time.GetUtcNow().UtcDateTime); }
            });
        }
    }

    /// <returns>No hindrance when it has left.</returns>
    private async Task<(Hindrance?, string?)> Send(Letter letter, CancellationToken ct)
    {
        string? Open(string column, Secret? value) =>
            value is { } secret ? reading.Open(letter.PersonId ?? Guid.Empty, secret, Letter.Place(column, letter.Id)) : null;

        if (Open(nameof(Letter.Address), letter.Address) is not { } address || Open(nameof(Letter.Subject), letter.Subject) is not { } subject
            || Open(nameof(Letter.Body), letter.Body) is not { } body)
        {
            return (Hindrance.Unreadable, null);
        }
        try
        {
            await server.Send(letter.Id, address, subject, body, ct);
            return (null, null);
        }
        catch (SmtpException e)
        {
            var said = $"{e.StatusCode}, {e.GetBaseException().Message.Replace(address, "…", StringComparison.OrdinalIgnoreCase)}";
            return (e.StatusCode == SmtpStatusCode.GeneralFailure ? Hindrance.NoAnswer : Hindrance.Refused, said);
        }
        catch (FormatException) { return (Hindrance.WrongAddress, null); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { return (Hindrance.NoAnswer, null); }
    }
}
