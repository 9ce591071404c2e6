using Loim.Web.Forms;

namespace Saaremaa.Volunteers.Hours;

/// <summary>What is asked of hours, by link and of the keeper.</summary>
public abstract class HoursForm : FormModel
{
    public DateField Day { get; } = new() { Required = true };
    public NumberField Hours { get; } = new() { Required = true, Min = 1, Max = LoggedHours.Most };
    public ChoiceField Skill { get; } = new([.. Volunteer.AllSkills.Select(s => (s, $"skill.{s}"))]) { Required = true };

    internal Given Given => new(Day.Value!.Value, Hours.Value!.Value, Skill.Value!);

    internal void Show(LoggedHours it) => (Day.Value, Hours.Value, Skill.Value) = (it.Day, it.Hours, it.Skill);
}
