namespace Loim.Contract.Tests;

public sealed class PublicApiTests
{
    /// <summary>A difference is a decision: a plugin compiled against the old contract may break. When it is meant, copy the file that the message names.</summary>
    [Fact]
    public void The_contract_is_the_one_that_was_approved()
    {
        var folder = AppContext.BaseDirectory;
        var (approved, now) = (File.ReadAllLines(Path.Combine(folder, "Core.approved.txt")), PublicApi.Of(Every.Core).ToArray());
        if (approved.SequenceEqual(now)) { return; }
        var received = Path.Combine(folder, "Core.received.txt");
        File.WriteAllLines(received, now);
        Assert.Fail($"""
            The public API of Core differs from tests/Contract.Tests/Core.approved.txt. If that is meant, copy {received} over it.
            {string.Join('\n', InOrder(approved, "- ", now).Concat(InOrder(now, "+ ", approved)))}
            """);
    }

    /// <summary>Lines of the one that the other lacks, each named by its type.</summary>
    private static IEnumerable<string> InOrder(string[] lines, string sign, string[] others)
    {
        var known = Qualified(others).ToHashSet();
        return Qualified(lines).Where(line => !known.Contains(line)).Select(line => sign + line);
    }

    private static IEnumerable<string> Qualified(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' ')) { type = line; }
            yield return line.StartsWith(' ') ? $"{type}: {line.Trim()}" : line;
        }
    }
}
