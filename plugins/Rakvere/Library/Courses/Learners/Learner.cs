using Rakvere.Library.Activities;

namespace Rakvere.Library.Courses.Learners;

/// <summary>One place on a course: a number on the learner's card. Who it is, the library does not keep.</summary>
internal sealed class Learner
{
    public static readonly IReadOnlyList<string> Languages = [.. Activity.Languages, "other"];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CourseId { get; init; }
    public required int Number { get; init; }

    /// <summary>Out of <see cref="Languages"/>.</summary>
    public required string Language { get; init; }
    public required bool IsLocal { get; init; }
    public IReadOnlyList<string> Entry { get; private init; } = [];
    public SkillLevel EntryLevel { get; private init; }
    public IReadOnlyList<string> Outcome { get; private set; } = [];

    /// <summary>Null until the skills are checked again.</summary>
    public SkillLevel? OutcomeLevel { get; private set; }

    /// <summary>Gave the course up.</summary>
    public bool Left { get; private set; }

    public bool IsOpen => OutcomeLevel is null && !Left;

    public static Learner On(Guid course, int number, string language, bool local, IReadOnlyList<string> skills) =>
        new() { CourseId = course, Number = number, Language = language, IsLocal = local, Entry = skills, EntryLevel = DigitalSkills.Level(skills) };

    /// <summary>A later check replaces the earlier one.</summary>
    public void Check(IReadOnlyList<string> skills) => (Outcome, OutcomeLevel, Left) = (skills, DigitalSkills.Level(skills), false);

    public void Leave() => (Outcome, OutcomeLevel, Left) = ([], null, true);
}
