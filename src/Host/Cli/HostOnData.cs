using System.Net.Http.Json;
using Loim.Host.Data;
using Loim.Host.Switching;

namespace Loim.Host.Cli;

/// <summary>The host that runs on some data, as another process of the same machine sees it.</summary>
internal static class HostOnData
{
    public static async Task<IReadOnlyList<Health.Line>> Modules(DataFolder folder, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = new Uri(await File.ReadAllTextAsync(folder.HostAddress, ct)) };
        try { return (await client.GetFromJsonAsync<Answer>("/health/ready", ct))!.Modules; }
        catch (HttpRequestException e) { throw new IOException($"The host on {folder.Root} does not answer: {e.Message}", e); }
    }

    private sealed record Answer(IReadOnlyList<Health.Line> Modules);
}
