namespace Faults.UnknownRequirement;

public sealed class UnknownRequirementModule : Module
{
    public override System.Collections.Generic.IReadOnlyList<string> Requires => ["astrology"];
}
