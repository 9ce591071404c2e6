namespace Faults.Needy;

/// <summary>Sound, but it needs another.</summary>
public sealed class NeedyModule : Module
{
    public override System.Collections.Generic.IReadOnlyList<string> Requires => ["healthy"];
}
