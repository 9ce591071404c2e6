using Loim.Modules;

namespace Loim.Core.Tests.DataProtection.Stubborn;

/// <summary>A module that holds one record on everybody, never knows what is over its time, and fails to forget as often as a test asks.</summary>
public sealed class StubbornModule : Module;

[Singleton]
internal sealed class Stubbornness
{
    public int FailuresLeft { get; set; }
    public HashSet<Guid> Forgotten { get; } = [];
}

internal sealed class StubbornData(Stubbornness how) : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } = [new("stubborn", TimeSpan.FromDays(1), "stubborn", _ => throw new InvalidOperationException("asked to fail"))];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!how.Forgotten.Contains(person)) { yield return new("stubborn", null, new Dictionary<string, string?>()); }
    }

    public Task<int> Erase(Guid person, CancellationToken ct)
    {
        if (how.FailuresLeft-- > 0) { throw new InvalidOperationException("asked to fail"); }
        how.Forgotten.Add(person);
        return Task.FromResult(1);
    }
}
