namespace Tartu.ParticipationCouncil;

/// <summary>A council of the target group: its members propose by a personal link, the city answers with reasons by a day,
/// and everybody reads both. How members are drawn is not part of it yet.</summary>
/// <remarks>Source: TRT-03.</remarks>
internal sealed class ParticipationCouncilModule : Module
{
    public override IReadOnlyList<string> Requires => ["programme", "letters"];
}
