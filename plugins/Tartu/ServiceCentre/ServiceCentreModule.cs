namespace Tartu.ServiceCentre;

/// <summary>One desk, two organisations' staff: visits with several services, registry services with a checklist, bus cards by a key.</summary>
/// <remarks>Source: TRT-01, TRT-02, TRT-04, TRT-05.</remarks>
internal sealed class ServiceCentreModule : Module
{
    public override IReadOnlyList<string> Requires => ["accounts", "people", "programme"];
}
