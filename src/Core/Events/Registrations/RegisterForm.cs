using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Events.Registrations;

/// <summary>Who comes, what they need, how to reach them. Rows of people are added by a button, without a script.</summary>
internal sealed class RegisterForm : FormModel
{
    public RegisterForm()
    {
        People = [.. Enumerable.Range(1, Registration.MostPeople).Select(i => new Row(
            Add($"Name{i}", new TextField { Required = i == 1, Max = 100 }),
            Add($"Age{i}", new ChoiceField([.. Enum.GetNames<Age>().Select(a => (a, $"age.{a}"))]) { Required = i == 1, Value = nameof(Age.Adult) })))];
        // Mistakes are named in the order of the page, where people come first.
        var people = Fields.GetRange(Fields.Count - 2 * People.Count, 2 * People.Count);
        Fields.RemoveRange(Fields.Count - people.Count, people.Count);
        Fields.InsertRange(0, people);
        Rows.Value = 1;
        Ticket.Value = Guid.NewGuid().ToString();
    }

    public NumberField Rows { get; } = new() { Min = 1, Max = Registration.MostPeople };
    public TextField Ticket { get; } = new() { Max = 36 };
    public TextField Email { get; } = new() { Max = 200, Reach = Reach.Email };
    public TextField Phone { get; } = new() { Max = 40, Reach = Reach.Phone };
    public ChoicesField Needs { get; } = new([.. Registrations.Needs.All.Select(n => (n, $"need.{n}"))]);
    public CheckField Locals { get; } = new();
    public CheckField Consent { get; } = new() { Required = true };
    public IReadOnlyList<Row> People { get; }

    public int Shown => Math.Clamp(Rows.Value ?? 1, 1, Registration.MostPeople);

    private protected override void CheckTogether(Wording words)
    {
        if (Email.Value is null && Phone.Value is null) { Fail(Email, words["contact.missing"]); }
    }

    public NewRegistration Read(string language) => new(
        Guid.TryParse(Ticket.Value, out var ticket) ? ticket : Guid.NewGuid(),
        [.. People.Where(p => p.Name.Value is not null).Select(p => new NewGuest(p.Name.Value!, Enum.TryParse<Age>(p.Age.Value, out var age) ? age : Age.Adult))],
        language)
    {
        Email = Email.Value, Phone = Phone.Value, Needs = Needs.Values, AreLocals = Locals.Value,
    };

    internal sealed record Row(TextField Name, ChoiceField Age);
}
