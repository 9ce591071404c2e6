namespace Loim.Core.Tests.Docs;

/// <summary>The guide shows the template's own files, which another test builds: what it teaches compiles.</summary>
public sealed class PluginGuideTests
{
    [Theory]
    [InlineData("VisitsModule.cs", "csharp")]
    [InlineData("EntryList.razor", "razor")]
    public void The_guide_shows_the_template_as_it_is(string file, string language)
    {
        var template = File.ReadAllText(Path.Combine(Repository.Root, "templates", "municipality-plugin", "Visits", file)).TrimEnd()
            .Replace("Municipality", "Narva").Replace("visits-id", "welcome-desk").Replace("visits_prefix", "welcome_desk").Replace("Visits", "WelcomeDesk");
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "plugin-guide.md")).ShouldContain($"```{language}\n{template}\n```");
    }

    [Fact]
    public void The_guide_shows_how_persons_are_stored_as_it_compiles()
    {
        var compiled = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Core.Tests", "Docs", "StoringPersons.cs"));
        var shown = compiled[(compiled.IndexOf("shows what follows.\n", StringComparison.Ordinal) + "shows what follows.\n".Length)..];
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "plugin-guide.md")).ShouldContain($"```csharp\n{shown}```");
    }
}
