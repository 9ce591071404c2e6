using Loim.Access.Auditing;
using Loim.Modules;

namespace Loim.Administration.Trail;

/// <summary>What is older than this cannot be rewritten unseen.</summary>
internal sealed class SignAudit(CheckpointKeeper keeper) : Job
{
    public override TimeSpan Every => TimeSpan.FromMinutes(15);

    public override Task Run(CancellationToken ct) => keeper.Keep(ct);
}
