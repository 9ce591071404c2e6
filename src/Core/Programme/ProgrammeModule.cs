using Loim.Modules;
using Loim.Programme.Quarters.Files;
using Loim.Programme.Spendings.Files;
using Microsoft.AspNetCore.Routing;

namespace Loim.Programme;

/// <summary>The activity plan with its money, and the figures of all modules, each opening onto its evidence.</summary>
internal sealed class ProgrammeModule : Module
{
    public override IReadOnlyList<string> Requires => ["accounts", "people"];

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        QuarterFiles.Map(routes);
        Download.Map(routes);
    }
}
