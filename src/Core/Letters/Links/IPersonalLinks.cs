namespace Loim.Letters.Links;

/// <summary>What a link is to open.</summary>
/// <param name="Purpose">Module and act: <c>cases.answer-referral</c>. A link of one purpose opens nothing of another.</param>
/// <param name="Subject">The record.</param>
/// <param name="Page">Address of the page, with <c>{0}</c> where the token stands: <c>/cases/referrals/answer/{0}</c>. The page's
/// parameter is named <c>Token</c>: it is left out of the audit.</param>
public sealed record NewLink(string Purpose, Guid Subject, string Page, TimeSpan Life)
{
    /// <summary>It ends when the act is done: the page calls <see cref="IPersonalLinks.Use"/>.</summary>
    public bool Once { get; init; }

    /// <summary>The person who gets it; it ends when their data is erased.</summary>
    public Guid? Person { get; init; }
}

/// <summary>A link that is good.</summary>
public sealed record OpenLink(Guid Id, Guid Subject, Guid? Person);

/// <summary>
/// Personal links: who has one acts without an account. They are signed, bound to a purpose and a record, end on a day, and can be
/// taken back.
/// </summary>
public interface IPersonalLinks
{
    /// <returns>The whole address, to be put into a letter. It is not stored and cannot be had again.</returns>
    Task<string> Make(NewLink wanted);

    /// <summary>Looks at the link, and reads on as its bearer from here on: what is read then is noted as read by link.</summary>
    /// <returns>Null when it is none of ours, of another purpose, too old, used or taken back.</returns>
    Task<OpenLink?> Open(string purpose, string? token);

    /// <summary>The act is done: a link that is good once ends. Called inside the same unit of work.</summary>
    /// <exception cref="InvalidOperationException">It was used or taken back meanwhile; nothing is written, and the page says that the link no longer works.</exception>
    Task Use(OpenLink link);

    /// <summary>Takes back all links of the purpose to the record.</summary>
    Task Revoke(string purpose, Guid subject);
}

/// <summary>A personal link has ended between the page and the act.</summary>
internal sealed class LinkEndedException() : InvalidOperationException("The link has ended.");
