using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Loim.Plugins.Tests.Matrix.Entry;

/// <summary>Who may enter where, in a file that is read in review: a right that was weakened shows there, whatever its page shows.</summary>
[Collection(MatrixCollection.Name)]
public sealed class EntryTests(MatrixHouse house)
{
    /// <summary>A difference is a decision. When it is meant, copy the file that the message names.</summary>
    [Fact]
    public void Who_may_enter_where_is_what_was_approved()
    {
        var folder = AppContext.BaseDirectory;
        var (approved, now) = (File.ReadAllLines(Path.Combine(folder, "Entry.approved.txt")), house.Doors.Select(Line).Distinct().Order(StringComparer.Ordinal).ToArray());
        if (approved.SequenceEqual(now)) { return; }
        var received = Path.Combine(folder, "Entry.received.txt");
        File.WriteAllLines(received, now);
        Assert.Fail($"""
            Who may enter where differs from tests/Plugins.Tests/Matrix/Entry/Entry.approved.txt. If that is meant, copy {received} over it.
            {string.Join('\n', approved.Except(now).Select(line => "- " + line).Concat(now.Except(approved).Select(line => "+ " + line)))}
            """);
    }

    [Fact]
    public void Each_endpoint_says_who_may_enter() => house.Doors.Where(d => Who(d).Length == 0).Select(d => d.Template).ShouldBeEmpty();

    private static string Line(Door door) => $"{Place(door)}  {Kind(door)}  {Who(door)}";

    /// <summary>Of the files of a module, which change their names with each build, the folder.</summary>
    private static string Place(Door door) => door.Template.IndexOf("/assets/", StringComparison.Ordinal) is >= 0 and var at ? $"{door.Template[..at]}/assets/*" : door.Template;

    private static string Kind(Door door) => door.IsPage ? "page" : string.Join(' ', door.Endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]);

    private static string Who(Door door) =>
        door.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
        : string.Join(" and ", door.Endpoint.Metadata.GetOrderedMetadata<AuthorizeAttribute>().Select(a => a.Policy ?? "signed in"));
}
