using Loim.Modules;

namespace Loim.Core.Tests.Data;

/// <summary>A host that does nothing and answers what a test tells it to.</summary>
internal sealed class TestSwitchboard(IReadOnlyList<Module> known) : ISwitchboard
{
    public int Generation => 1;
    public IReadOnlyList<ModuleStatus> Modules { get; set; } =
        [.. known.Select(m => new ModuleStatus(m.Id, "Lõim", ModuleState.On, "1.0.0", "a91f07c2", null, null, null, null, m.AlwaysOn, m.Requires))];
    public IReadOnlyList<Module> Known => known;
    public WishOutcome Answer { get; set; } = new(true, null);
    public List<long> Asked { get; } = [];

    public Task<WishOutcome> Carry(long wish, CancellationToken ct)
    {
        Asked.Add(wish);
        return Task.FromResult(Answer);
    }
}
