using System.Text.RegularExpressions;

namespace Loim.Core.Tests.Docs;

public sealed partial class SecurityTests
{
    [Fact]
    public void Each_promise_names_tests_that_there_are()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "security.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| promise", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBeGreaterThan(25);
        rows.Where(r => !Named().IsMatch(r)).ShouldBeEmpty();
        rows.SelectMany(r => Named().Matches(r)).Select(m => m.Groups[1].Value).Where(name => !tests.Contains(name)).Distinct().ShouldBeEmpty();
    }

    [GeneratedRegex("`(\\w+Tests)`")]
    private static partial Regex Named();
}
