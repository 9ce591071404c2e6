using Loim.Events.Feed;
using Loim.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Loim.Events;

/// <summary>Events of the municipality and its partners: planned, registered for, attended, looked back on.</summary>
internal sealed class EventsModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "letters", "programme"];

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/feed.ics", (EventFeed feed, string? language, string? area) => feed.Write(language, area)).AllowAnonymous();
}
