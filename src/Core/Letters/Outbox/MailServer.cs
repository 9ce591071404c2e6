using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Loim.Modules;

namespace Loim.Letters.Outbox;

/// <summary>Hands one letter to the mail server.</summary>
[Scoped]
internal sealed class MailServer(MailRoute route, LettersSettings settings, Deployment deployment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="SmtpException">The server is not there, or does not take it.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    public async Task Send(Guid letter, string address, string subject, string html, CancellationToken ct)
    {
        using var message = new MailMessage { From = new MailAddress(settings.From, deployment.Municipality, Encoding.UTF8), SubjectEncoding = Encoding.UTF8 };
        message.To.Add(new MailAddress(address));
        message.Subject = string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        // The same letter sent twice, after a kill between sending and remembering it, is one letter to mail programs.
        message.Headers["Message-ID"] = $"<{letter:N}@{new MailAddress(settings.From).Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(PlainText.Of(html), Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html));
        using var server = new SmtpClient(route.Server, route.Port) { EnableSsl = route.Encrypted };
        if (route.User.Length > 0) { server.Credentials = new NetworkCredential(route.User, route.Password); }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        await server.SendMailAsync(message, limit.Token);
    }
}
