using Loim.Accounts.Granting;
using Loim.Data;
using Loim.Modules;

namespace Loim.Accounts;

/// <summary>Accounts are of those who work here, not of persons in the register: of those there is nothing to hand out or to erase.</summary>
internal sealed class PersonalData(House<AccountsDb> house) : IPersonalData
{
    private AccountsDb Db => house.Db;

    public IReadOnlyList<Retention> Retention =>
    [
        new("retention.talk", TimeSpan.FromDays(366), "retention.ground", before => Due.Of(Db.Talks.Where(t => t.At < before), t => Db.Remove(t))),
        new("retention.identity", TimeSpan.FromDays(366), "retention.ground", before => Due.Of(Db.Identities.Where(i => i.Account!.DisabledAt < before), i => Db.Remove(i))),
        new("retention.passkey", TimeSpan.FromDays(366), "retention.ground", before => Due.Of(Db.Passkeys.Where(p => p.Account!.DisabledAt < before), p => Db.Remove(p))),
        new("retention.key-grant", KeyGrant.ToldFor, "retention.ground.told", before => Due.Of(Db.KeyGrants.Where(g => g.At < before), g => Db.Remove(g))),
    ];

    public IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct) => AsyncEnumerable.Empty<PersonalRecord>();

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
}
