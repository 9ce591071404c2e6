using Loim.Letters.Links;
using Loim.Letters.Outbox;

namespace Saaremaa.IntegrationPlan.Copies;

/// <summary>Sends a person the link to their own copy; an earlier one ends.</summary>
[Scoped]
internal sealed class CopyLetters(IPersonalLinks links, IPostBox post, IntegrationPlanSettings settings, TimeProvider time)
{
    /// <summary>Joins the caller's unit of work.</summary>
    public async Task Send(Plans.Plan plan, string address)
    {
        await links.Revoke(PlanCopies.Purpose, plan.Id);
        var link = await links.Make(new(PlanCopies.Purpose, plan.Id, "/integration-plan/copy/{0}", TimeSpan.FromDays(settings.LinkDays)) { Person = plan.PersonId });
        plan.Send(time.Today(), time.Today().AddDays(settings.LinkDays));
        await post.Post<CopyLetter>(new(address, plan.Language, plan.PersonId), new Dictionary<string, object?>
        {
            [nameof(CopyLetter.Link)] = link,
            [nameof(CopyLetter.Until)] = time.Today().AddDays(settings.LinkDays),
        });
    }
}
