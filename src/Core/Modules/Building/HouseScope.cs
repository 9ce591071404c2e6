using Loim.Access;
using Loim.Access.Auditing;
using Loim.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Modules;

/// <summary>A scope in which the house itself works: handlers, jobs, verbs. Values that were opened in it are noted at its end.</summary>
internal static class HouseScope
{
    public static async Task<T> AsHouse<T>(this IServiceScopeFactory scopes, string place, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var current = services.GetRequiredService<CurrentViewer>();
        current.Viewer = Viewer.House;
        services.GetRequiredService<Work>().Place = place;
        var result = await act(services);
        if (ReadNotes.Of(services.GetRequiredService<Reading>(), current, place) is { Count: > 0 } notes)
        {
            await services.GetRequiredService<AuditLog>().Note(notes, CancellationToken.None);
        }
        return result;
    }

    public static Task AsHouse(this IServiceScopeFactory scopes, string place, Func<IServiceProvider, Task> act) =>
        scopes.AsHouse(place, async services => { await act(services); return true; });
}
