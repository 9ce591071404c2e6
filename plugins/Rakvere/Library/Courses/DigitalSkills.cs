namespace Rakvere.Library.Courses;

internal enum SkillLevel { Starter, Basic, Independent }

/// <summary>The check at the start and at the end of a course: what somebody does alone. The same five questions, so that the change shows.</summary>
/// <remarks>Source: RKV-09.</remarks>
internal static class DigitalSkills
{
    public static readonly IReadOnlyList<string> All = ["device", "search", "mail", "sign", "services"];

    public static SkillLevel Level(IReadOnlyCollection<string> skills) =>
        All.Count(skills.Contains) switch { < 2 => SkillLevel.Starter, < 4 => SkillLevel.Basic, _ => SkillLevel.Independent };
}
