using System.Text.RegularExpressions;

namespace Loim.Bench.Product;

/// <summary>A visit of a known person with two services and a topic. The antiforgery token is fetched once; each post
/// names the next day of a year, since no desk has thousands of visits a day.</summary>
internal sealed partial class EnquiryForm
{
    private readonly string[] bodies;
    private int posted;

    private EnquiryForm(FilledForm form)
    {
        Path = form.Path;
        bodies = [.. Enumerable.Range(0, 252).Select(i => form.With("Day", $"{1 + i % 28:00}.{1 + i / 28:00}.2025").Encoded)];
    }

    public string Path { get; }
    public string Next => bodies[Interlocked.Increment(ref posted) % bodies.Length];

    public static EnquiryForm ForFloor { get; } = new(new FilledForm("/enquiries", [])
        .With("Person", Guid.NewGuid().ToString()).With("Channel", "Desk").With("Language", "Ukrainian").With("Minutes", "20")
        .With("Line", "R1").With("Topics", "housing").With("Services", "advice", "application"));

    public static async Task<EnquiryForm> Open(Visitor visitor, CancellationToken ct)
    {
        var person = PersonLink().Match(await visitor.Read("/people", ct)).Groups[1].Value;
        var form = await visitor.Open($"/cases/enquiries/new?person={person}", ct);
        return new(form.With("Services", "advice", "application").With("Topics", "housing").With("Channel", "Desk")
            .With("Language", "Ukrainian").With("Minutes", "20").With("Outcome", "Solved"));
    }

    [GeneratedRegex("/people/([0-9a-f-]{36})")]
    private static partial Regex PersonLink();
}
