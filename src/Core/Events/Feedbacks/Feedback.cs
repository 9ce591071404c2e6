using Loim.Data;
using Loim.Modules;

namespace Loim.Events.Feedbacks;

/// <summary>What somebody thought of an event. Nothing in it says who.</summary>
[Processing("purpose.feedback", LawfulBasis.Consent, "retention.feedback"), Anonymous]
internal sealed class Feedback
{
    /// <summary>An average of fewer answers would say what one of them was.</summary>
    public const int LeastForAverage = 3;

    // Not made of the time, which the link and the audit have too.
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid EventId { get; init; }
    public required string Language { get; init; }

    /// <summary>1 to 5; 5 is best.</summary>
    public required int Rating { get; init; }
    [Special]
    public Secret? Comment { get; set; }

    public void Forget() => Comment = null;

    public static SecretPlace CommentPlace(Guid feedback) => new("events_feedbacks", nameof(Comment), feedback);
}
