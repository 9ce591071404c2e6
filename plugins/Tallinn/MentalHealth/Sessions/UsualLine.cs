using Loim.Programme;

namespace Tallinn.MentalHealth.Sessions;

/// <summary>The line of the plan that forms of sessions offer. Printed codes repeat: where several lines carry it, the specialist chooses.</summary>
[Scoped]
internal sealed class UsualLine(MentalHealthDb db, MentalHealthSettings settings, Deployment deployment)
{
    public async Task<Guid?> Of(int year)
    {
        if (settings.PlanLine.Length == 0) { return null; }
        var lines = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == year && !l.IsGroup && l.Code == settings.PlanLine)
            .Select(l => l.Id).Take(2).ToListAsync();
        return lines is [var only] ? only : null;
    }
}
