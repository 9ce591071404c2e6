namespace Loim.Core.Tests.Docs;

public sealed class WordsTests
{
    [Fact]
    public void The_page_of_words_says_what_the_glossary_says()
    {
        var glossary = File.ReadAllLines(Path.Combine(Repository.Root, "data", "glossary.csv")).Skip(1).ToList();
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "words.md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        page.Count.ShouldBe(glossary.Count);
        foreach (var (row, line) in page.Zip(glossary))
        {
            var cells = row.Trim('|', ' ').Split(" | ").Select(c => c.Trim('`', ' '));
            cells.ShouldAllBe(cell => line.Contains(cell, StringComparison.Ordinal));
        }
    }
}
