using Loim.Modules;

namespace Loim.Cases;

/// <summary>Work with people: enquiries, each visit with the services given in it; cases, from first contact to closure.</summary>
internal sealed class CasesModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "programme", "accounts", "letters", "network"];
}
