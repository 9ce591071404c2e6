using Loim.People;

namespace Saaremaa.NewcomerRegister;

/// <summary>Who no longer wants news is to be deleted this week, where nothing but consent kept them.</summary>
internal sealed class ConsentEnds(NewcomerRegisterDb db, Work work, TimeProvider time) : IHandle<ConsentWithdrawn>
{
    public Task Handle(ConsentWithdrawn fact, CancellationToken ct) => fact.Purpose != ConsentPurpose.News ? Task.CompletedTask : work.Do(async () =>
    {
        if (await db.Entries.FirstOrDefaultAsync(e => e.PersonId == fact.Person, ct) is { } entry) { entry.Withdraw(time.Today()); }
    });
}
