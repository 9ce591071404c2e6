namespace Saaremaa.Volunteers;

/// <summary>Volunteers with their skills and languages, found for a person or an event, whom they help and since when, and the hours that they log themselves.</summary>
/// <remarks>Source: SRM-03.</remarks>
internal sealed class VolunteersModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "events", "letters"];
}
