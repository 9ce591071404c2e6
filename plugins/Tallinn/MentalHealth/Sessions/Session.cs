namespace Tallinn.MentalHealth.Sessions;

internal enum SessionKind { Individual, Group }

/// <summary>That a client was met, when and for how long; never what was said.</summary>
[Processing("purpose.treatment", LawfulBasis.PublicTask, "data.referral", Receivers = "receivers.specialist", IsSpecial = true)]
internal sealed class Session
{
    public const int MostMinutes = 480;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ReferralId { get; init; }
    public required Guid Specialist { get; init; }
    public required DateOnly Day { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Groups were once counted by each client's part in them; now they are <see cref="GroupSession"/>s.</summary>
    public SessionKind Kind { get; init; }
    public required Guid? PlanLine { get; init; }
}
