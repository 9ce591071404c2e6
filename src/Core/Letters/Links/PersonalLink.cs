using Loim.Modules;

namespace Loim.Letters.Links;

/// <summary>A door for one person to one thing, until a day. The address itself is not stored.</summary>
[Processing("purpose.link", LawfulBasis.PublicTask, "retention.link")]
internal sealed class PersonalLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Purpose { get; init; }

    /// <summary>The record that it opens.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Who has it, where that is a person of the register.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>It ends with its first use.</summary>
    public bool Once { get; init; }
    public required DateTime MadeAt { get; init; }
    public required DateTime EndsAt { get; init; }

    /// <summary>Used up or revoked.</summary>
    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && now < EndsAt;

    public void End(DateTime now) => EndedAt ??= now;
}
