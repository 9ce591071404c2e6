using Loim.Access;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;

namespace Loim.Cases.Enquiries;

/// <summary>Writes enquiries down and takes them back, on behalf of whoever is signed in.</summary>
[Scoped]
internal sealed class EnquiryBook(CasesDb db, Work work, CurrentViewer current, TimeProvider time)
{
    /// <param name="request">The request for help that it is of.</param>
    public async Task<Guid> Log(EnquiryAnswers said, Guid? request = null)
    {
        var viewer = current.Viewer;
        var enquiry = new Enquiry
        {
            LoggedAt = time.GetUtcNow().UtcDateTime, LoggedBy = viewer.Account, LoggedByName = viewer.Name, Organisation = viewer.Organisation, RequestId = request,
        };
        enquiry.Say(said, time.Today());
        await work.Do(() =>
        {
            db.Add(enquiry);
            work.Record(new EnquiryLogged(enquiry.Id, enquiry.PersonId));
        });
        return enquiry.Id;
    }

    /// <summary>One service without a name, a language or minutes.</summary>
    public Task<Guid> Tally(string service) => Log(new EnquiryAnswers
    {
        Day = time.Today(), Channel = Channel.Desk, Outcome = Outcome.Solved, Services = [service],
    });

    /// <returns>False when it may not be set right any more, or is not there.</returns>
    public Task<bool> SetRight(Guid id, EnquiryAnswers said) => IfFresh(id, enquiry => enquiry.Say(said, time.Today()));

    /// <returns>False when it may not be taken back any more, or is not there.</returns>
    public Task<bool> TakeBack(Guid id) => IfFresh(id, enquiry =>
    {
        db.Remove(enquiry);
        work.Record(new EnquiryTakenBack(id));
    });

    private Task<bool> IfFresh(Guid id, Action<Enquiry> change) => work.Do(async () =>
    {
        var enquiry = await db.Enquiries.FirstOrDefaultAsync(e => e.Id == id);
        if (enquiry?.IsFresh(current.Viewer.Account, time.Today()) != true) { return false; }
        change(enquiry);
        return true;
    });
}
