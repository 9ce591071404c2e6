using Loim.Data;
using Loim.Modules;
using Loim.PublicSite.Help;

namespace Loim.PublicSite;

/// <summary>Requests for help are of people whom the register does not know: there is nothing by a person, and all of it goes by its age.
/// One that was answered is of no use here; one that nobody answered in half a year neither.</summary>
internal sealed class PersonalData(House<PublicSiteDb> house) : IPersonalData
{
    private PublicSiteDb Db => house.Db;

    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.help", HelpRequest.KeptAnswered, "retention.ground", before => Due.Of(Db.HelpRequests.Where(r => r.AnsweredAt < before), r => Db.Remove(r))),
        new("retention.help.waiting", TimeSpan.FromDays(180), "retention.ground", before => Due.Of(Db.HelpRequests.Where(r => r.ArrivedAt < before), r => Db.Remove(r))),
    ];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}
