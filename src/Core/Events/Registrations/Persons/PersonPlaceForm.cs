using Loim.People;
using Loim.Web.Forms;

namespace Loim.Events.Registrations.Persons;

/// <summary>A person of the register and those who come along, by name.</summary>
internal sealed class PersonPlaceForm : FormModel
{
    public PersonPlaceForm() => Ticket.Value = Guid.NewGuid().ToString();

    public TextField Ticket { get; } = new() { Max = 36 };
    public ChoiceField Event { get; } = new() { Required = true };
    public PersonField Person { get; } = new() { Required = true };
    public TextField Adults { get; } = new() { Max = 800 };
    public TextField Children { get; } = new() { Max = 800 };
    public ChoicesField Needs { get; } = new([.. Registrations.Needs.All.Select(n => (n, $"need.{n}"))]);
    public ChoiceField Language { get; } = new([.. new[] { "et", "en", "ru", "uk" }.Select(l => (l, $"language.{l}"))]);
    public TextField Email { get; } = new() { Max = 200, Reach = Reach.Email };
    public TextField Phone { get; } = new() { Max = 40, Reach = Reach.Phone };
    public CheckField Knows { get; } = new() { Required = true };

    /// <param name="name">Of the person.</param>
    /// <param name="language">Of the letters, where none was chosen.</param>
    public NewRegistration Read(string name, string language) => new(
        Guid.TryParse(Ticket.Value, out var ticket) ? ticket : Guid.NewGuid(),
        [new(name, Age.Adult), .. Lines(Adults).Select(n => new NewGuest(n, Age.Adult)), .. Lines(Children).Select(n => new NewGuest(n, Age.Child))],
        Language.Value ?? language)
    {
        Person = Person.Id, Email = Email.Value, Phone = Phone.Value, Needs = Needs.Values,
    };

    public int People => 1 + Lines(Adults).Length + Lines(Children).Length;

    private static string[] Lines(TextField field) => (field.Value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
