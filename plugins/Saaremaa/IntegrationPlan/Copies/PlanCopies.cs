using System.Globalization;
using Loim.Web;

namespace Saaremaa.IntegrationPlan.Copies;

/// <summary>Writes the person's own copy, in the plan's language whatever the reader's.</summary>
[Scoped]
internal sealed class PlanCopies(Documents documents)
{
    public const string Purpose = "integration-plan.copy";

    /// <param name="language">The plan's.</param>
    public async Task<string> Write(Guid plan, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { return await documents.Render<PlanCopy>(new Dictionary<string, object?> { [nameof(PlanCopy.Id)] = plan }); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
