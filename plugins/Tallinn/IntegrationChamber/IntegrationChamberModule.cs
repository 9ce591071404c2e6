namespace Tallinn.IntegrationChamber;

/// <summary>An open network of national groups: anyone may ask to join, four meetings a year, and between them inputs that lead to changes.</summary>
/// <remarks>Source: TLN-08.</remarks>
internal sealed class IntegrationChamberModule : Module
{
    public override IReadOnlyList<string> Requires => ["network"];
}
