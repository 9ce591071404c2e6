using System.Text.RegularExpressions;

namespace Loim.Core.Tests.Web.Words;

/// <summary>Components wear only what the one stylesheet knows, and nothing that a strict policy would refuse.</summary>
public sealed partial class StyleTests
{
    private static readonly string Style = File.ReadAllText(Path.Combine(Sources.Shared, "Serving", "loim.css"));

    [Fact]
    public void Every_class_in_a_component_has_a_rule()
    {
        var known = Selector().Matches(Style).Select(m => m.Groups["name"].Value).ToHashSet();
        Components.SelectMany(f => ClassAttribute().Matches(f.Text).SelectMany(m => m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(name => !known.Contains(name)).Select(name => $"{f.File}: {name}")).ShouldBeEmpty();
    }

    /// <summary>But for the one that draws the house's own file.</summary>
    [Fact]
    public void No_component_brings_style_or_script_of_its_own() =>
        Components.Where(f => Path.GetFileName(f.File) != "PasskeyInput.razor" && OwnStyle().IsMatch(f.Text)).Select(f => f.File).ShouldBeEmpty();

    /// <summary>Pressed twice, or on two pages that stood open, it would undo itself: a button that says now this, now that, is named for what it does.</summary>
    [Fact]
    public void A_button_that_turns_something_over_is_named_for_what_it_does() =>
        Components.SelectMany(f => Turning().Matches(f.Text).Select(m => $"{f.File}: {m.Value}")).ShouldBeEmpty();

    [Fact]
    public void The_stylesheet_names_colours_in_its_roles_only()
    {
        var rules = Style[Style.IndexOf("==== 2 Base", StringComparison.Ordinal)..Style.IndexOf("@page {", StringComparison.Ordinal)];
        Colour().Matches(rules).Select(m => m.Value).Where(c => !AllowedColours.Contains(c)).ShouldBeEmpty();
    }

    [Fact]
    public void The_two_dark_blocks_are_alike()
    {
        var blocks = Style.Split("color-scheme: dark;").Skip(1).Select(b => Token().Matches(b[..b.IndexOf('}', StringComparison.Ordinal)]).Select(m => m.Value).ToList()).ToList();
        blocks.Count.ShouldBe(2);
        blocks[0].ShouldBe(blocks[1]);
    }

    /// <summary>Nothing at all, and the two colours of the Union's emblem.</summary>
    private static readonly string[] AllowedColours = ["#0000", "#000", "#039", "#fc0"];

    private static IEnumerable<(string File, string Book, string Text)> Components => Sources.Files.Where(f => Path.GetExtension(f.File) == ".razor");

    [GeneratedRegex(@"\.(?<name>[a-zA-Z][\w-]*)")]
    private static partial Regex Selector();

    [GeneratedRegex("""\b[cC]lass="(?<names>[^"@]*)""")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex("""<(style|script)\b|\sstyle=|\son[a-z]+="[^@]""")]
    private static partial Regex OwnStyle();

    [GeneratedRegex("""<Button (?![^>]*\bName="(?:[^">]*@\(|[^"]*"[^>]*\bValue="@\())[^>]*>@(T\[|\()[^<]*\?[^<]*:""")]
    private static partial Regex Turning();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b")]
    private static partial Regex Colour();

    [GeneratedRegex(@"--[\w-]+:\s*[^;]+;")]
    private static partial Regex Token();
}
