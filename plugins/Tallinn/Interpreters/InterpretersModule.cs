namespace Tallinn.Interpreters;

/// <summary>Interpreters for the target group: ordered, offered, confirmed, done, each with its cost on a plan line.</summary>
/// <remarks>Source: TLN-10.</remarks>
internal sealed class InterpretersModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "programme"];
}
