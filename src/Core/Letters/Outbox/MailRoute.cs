namespace Loim.Letters.Outbox;

/// <summary>
/// The mail server by which letters leave. Only in the deployment's file and the environment, not among the settings of administrators:
/// whoever names the server is told the password, and every letter.
/// </summary>
internal sealed record MailRoute
{
    /// <summary>Host name; empty: letters wait in the outbox.</summary>
    public string Server { get; init; } = "";
    public int Port { get; init; } = 587;

    /// <summary>The connection is encrypted (STARTTLS) before anything is said on it.</summary>
    public bool Encrypted { get; init; } = true;
    public string User { get; init; } = "";

    /// <summary>From the environment alone: <c>LOIM_letters__Password</c>.</summary>
    public string Password { get; init; } = "";

    public bool IsSet => Server.Length > 0;

    // Never in a log or an error page.
    public override string ToString() => Server;
}
