using Loim.Events;

namespace Rakvere.Library;

/// <summary>The library's half of a language café: what the event beside it does not say. Who was there is counted in the event alone.</summary>
/// <remarks>Source: RKV-02, RKV-04.</remarks>
internal sealed class Cafe
{
    public static readonly IReadOnlyList<string> Languages = ["et", "en", "ru", "uk"];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EventId { get; init; }
    public required string Room { get; init; }

    /// <summary>The language that is practised.</summary>
    public required string Language { get; init; }

    /// <summary>Those among the participants who had been there before.</summary>
    public required int Returning { get; init; }

    public static bool MayReturn(int returning, Headcount attended) => returning >= 0 && returning <= attended.Newcomers + attended.Locals;
}
