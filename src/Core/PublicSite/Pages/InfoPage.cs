namespace Loim.PublicSite.Pages;

/// <summary>A page of information. It is written in the first language, and translated; what is not translated is shown as it is, and says so.</summary>
internal sealed class InfoPage
{
    public const string Source = "et";
    private readonly List<InfoText> texts = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Last part of its address: <c>first-steps</c>.</summary>
    public required string Slug { get; init; }
    public int Position { get; set; }
    public DateOnly? ReviewedOn { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public IReadOnlyList<InfoText> Texts => texts;

    public void Write(string language, string title, string summary, string body, DateTime now)
    {
        texts.RemoveAll(t => t.Language == language);
        texts.Add(new InfoText { PageId = Id, Language = language, Title = title, Summary = summary, Body = body, WrittenAt = now });
    }

    public void Review(DateOnly today) => ReviewedOn = today;

    /// <exception cref="InvalidOperationException">Nothing is written in the first language yet.</exception>
    public void Publish(DateTime now)
    {
        if (In(Source) is null) { throw new InvalidOperationException("A page is published when it is written."); }
        PublishedAt = now;
    }

    public void Withdraw() => PublishedAt = null;

    public TranslationState StateOf(string language) => (In(language), In(Source)) switch
    {
        (null, _) => TranslationState.Missing,
        ({ } text, { } source) when text.WrittenAt < source.WrittenAt => TranslationState.Outdated,
        _ => TranslationState.Ready,
    };

    /// <summary>In the reader's language, or else in the first one.</summary>
    public InfoText Shown(string language) => In(language) ?? In(Source) ?? texts[0];

    private InfoText? In(string language) => texts.Find(t => t.Language == language);
}

internal sealed class InfoText
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PageId { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Paragraphs, an empty line between them.</summary>
    public required string Body { get; init; }
    public required DateTime WrittenAt { get; init; }
}

internal enum TranslationState { Missing, Outdated, Ready }
