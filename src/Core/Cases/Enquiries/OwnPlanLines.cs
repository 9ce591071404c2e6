using System.Globalization;
using Loim.Modules;
using Loim.Programme;
using Loim.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries;

/// <summary>The lines of the municipality's own plan on which work can be booked.</summary>
[Scoped]
internal sealed class OwnPlanLines(CasesDb db, Deployment deployment)
{
    public async Task<IReadOnlyList<Option>> Of(int year)
    {
        var lines = await db.Set<PlanLineCard>().Where(l => l.Owner == deployment.Owner && l.Year == year && !l.IsGroup).OrderBy(l => l.Position).ToListAsync();
        return [.. lines.Select(l => new Option(l.Id.ToString(), Name(l)))];
    }

    public static string Name(PlanLineCard line) =>
        $"{line.Code} {(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? line.TitleEn : line.TitleEt)}".Trim();
}
