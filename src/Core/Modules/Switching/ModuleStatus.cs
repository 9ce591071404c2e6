namespace Loim.Modules;

internal enum ModuleState
{
    Off,
    On,

    /// <summary>It did not fit: a requirement is off, a rule of the house is broken. What was, goes on.</summary>
    Refused,

    /// <summary>It threw, hung, or could not be read.</summary>
    Failed,
}

/// <summary>What the administrator sees of one module.</summary>
/// <param name="Origin">"Lõim" or the plugin's name.</param>
/// <param name="Hash">Of the plugin's files; of the host for shared modules.</param>
internal sealed record ModuleStatus(
    string Id, string Origin, ModuleState State, string Version, string Hash, string? Phase, string? Reason,
    string? By, DateTime? At, bool AlwaysOn, IReadOnlyList<string> Requires);
