using Loim.Modules;

namespace Loim.People.Consents;

/// <summary>One agreement to one purpose, by one wording; a new one after a withdrawal is a row of its own.</summary>
[Processing("purpose.consent", LawfulBasis.LegalDuty, "retention.consent")]
internal sealed class Consent
{
    /// <summary>The version of the wordings <c>consent.{purpose}.text</c>; it grows when one of them changes its meaning.</summary>
    public const string CurrentWording = "2025-1";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    public required string Wording { get; init; }

    /// <summary>Of the wording that was read.</summary>
    public required string Language { get; init; }
    public required DateTime GivenAt { get; init; }

    /// <summary>Whoever wrote it down; "link …" where the person did it themselves.</summary>
    public required string GivenTo { get; init; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnBy { get; private set; }

    public void Withdraw(DateTime at, string by)
    {
        if (WithdrawnAt is not null) { return; }
        (WithdrawnAt, WithdrawnBy) = (at, by);
    }
}
