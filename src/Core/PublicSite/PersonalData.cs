using Loim.Modules;

namespace Loim.PublicSite;

/// <summary>Requests for help are of people whom the register does not know: there is nothing by a person, and all of it goes by its age.</summary>
internal sealed class PersonalData : IPersonalData
{
    public IReadOnlyList<Retention> Retention { get; } = [new("retention.help", Help.ForgetHelp.Keep, "retention.ground")];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}
