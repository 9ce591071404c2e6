using Loim.Modules;
using Microsoft.AspNetCore.Authorization;

namespace Loim.Host.Switching;

/// <summary>What a monitor asks; no personal data, and no sign-in.</summary>
internal static class Health
{
    private const int ShownFaults = 10;

    public static void MapHealth(this WebApplication app, HouseParts parts)
    {
        app.MapGet("/health/live", () => "live").ShortCircuit().WithMetadata(new AllowAnonymousAttribute());
        app.MapGet("/health/ready", () => Results.Json(new
        {
            status = "ready",
            generation = parts.Switchboard.Generation,
            modules = parts.Switchboard.Modules.Select(Line.Of),
            faults = parts.Faults.Recent.Take(ShownFaults).Select(f => new { at = f.At, module = f.Module, phase = f.Phase }),
        })).ShortCircuit().WithMetadata(new AllowAnonymousAttribute());
    }

    /// <summary>One module, as <c>/health/ready</c> and <c>modules list --json</c> show it.</summary>
    internal sealed record Line(string Id, string State, string Version, string? Phase, string? Reason)
    {
        public static Line Of(ModuleStatus m) => new(m.Id, m.State.ToString(), m.Version, m.Phase, m.Reason);
    }
}
