namespace Loim.Bench.Product;

/// <summary>A desk enquiry with two services and a topic; posted again and again with the antiforgery token that was fetched once.</summary>
internal static class EnquiryForm
{
    public static FilledForm ForFloor { get; } = new FilledForm("/enquiries", [])
        .With("person", Guid.NewGuid().ToString()).With("at", "2025-09-15 09:00:00").With("channel", "desk").With("language", "uk")
        .With("minutes", "20").With("line", "R1").With("topics", "housing").With("who", "worker").With("services", "advice", "referral");

    public static async Task<FilledForm> Fill(Visitor visitor, CancellationToken ct) =>
        (await visitor.Open("/cases/enquiries/new", ct)).With("Channel", "Desk").With("Language", "uk").With("Minutes", "20");
}
