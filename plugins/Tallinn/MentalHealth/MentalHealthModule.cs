namespace Tallinn.MentalHealth;

/// <summary>Psychological help behind a wall of its own: referral, queue, sessions. Only counts leave it.</summary>
/// <remarks>Source: TLN-11.</remarks>
internal sealed class MentalHealthModule : Module
{
    public override IReadOnlyList<string> Requires => ["accounts", "people", "programme"];
}
