namespace Tallinn.MentalHealth;

/// <summary>Psychological help behind its own wall: referral, queue, sessions; only counts leave it.</summary>
internal sealed class MentalHealthModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "programme"];
}
