using Loim.Access.Auditing;
using Loim.Data;
using Microsoft.Extensions.Configuration;

namespace Loim.Modules;

/// <summary>What outlives a generation; the host makes it once and hands it to each.</summary>
internal sealed record HouseParts(
    Deployment Deployment, string DataFolder, Store Store, Keyring Keys, AuditLog Audit, AuditKey AuditKey, CheckpointKeeper Checkpoints, FactLog Facts, FaultLog Faults,
    JobTurns Turns, ISwitchboard Switchboard, TimeProvider Time, IConfiguration Settings);

/// <summary>One module cannot be part of the house: which, in which phase, and why.</summary>
internal sealed class ModuleException(string module, string phase, string reason, bool refused = false, Exception? inner = null)
    : Exception($"{module}: {phase}: {reason}", inner)
{
    public string Module => module;
    public string Phase => phase;
    public string Reason => reason;

    /// <summary>It broke a rule of the house, rather than throwing by itself.</summary>
    public bool Refused => refused;

    /// <summary>It threw.</summary>
    public static ModuleException Of(string module, string phase, Exception thrown) => new(module, phase, ReasonOf(thrown), inner: thrown);

    public static string ReasonOf(Exception e) => e is ModuleException named ? named.Reason : $"{e.GetBaseException().GetType().Name}: {e.GetBaseException().Message}";
}
