using Loim.Events;

namespace Rakvere.Library.Activities;

/// <summary>The library's half of a joint record of the community house: what the event beside it does not say. Who was there is
/// counted in the event alone, once for both partners.</summary>
/// <remarks>Source: RKV-02, RKV-04.</remarks>
internal sealed class Activity
{
    public static readonly IReadOnlyList<string> Languages = ["et", "en", "ru", "uk"];

    /// <summary>Kinds of events that are held in the community house.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        [EventKind.LanguageCafe, EventKind.IntegrationCafe, EventKind.IntegrationClub, EventKind.InfoHour, EventKind.CultureEvent, EventKind.Course];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EventId { get; init; }
    public required string Room { get; init; }

    /// <summary>The language that is practised or spoken.</summary>
    public required string Language { get; init; }

    /// <summary>Whom the library holds it with; both report the same record.</summary>
    public required string Partner { get; init; }
}
