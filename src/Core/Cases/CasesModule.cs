using Loim.Modules;

namespace Loim.Cases;

/// <summary>Work with people: enquiries, each visit with the services given in it.</summary>
internal sealed class CasesModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "programme"];
}
