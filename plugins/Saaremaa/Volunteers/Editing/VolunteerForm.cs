using Loim.Web.Forms;

namespace Saaremaa.Volunteers.Editing;

/// <summary>What is asked of a volunteer.</summary>
public abstract class VolunteerForm : FormModel
{
    public TextField Name { get; } = new() { Required = true, Max = Volunteer.LongestName };
    public TextField Email { get; } = new() { Required = true, Max = 200 };
    public ChoicesField Languages { get; } = new([.. Volunteer.AllLanguages.Select(l => (l, $"language.{l}"))]) { Required = true };
    public ChoicesField Skills { get; } = new([.. Volunteer.AllSkills.Select(s => (s, $"skill.{s}"))]) { Required = true };
    public DateField CheckedOn { get; } = new() { Min = new(2010, 1, 1) };
    public ChoiceField Letters { get; } = new([.. Volunteer.LetterLanguages.Select(l => (l, $"language.{l}"))]) { Required = true };

    internal bool IsAddress => System.Net.Mail.MailAddress.TryCreate(Email.Value, out var mail) && mail.Address == Email.Value;
}
