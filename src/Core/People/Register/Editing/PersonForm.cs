using Loim.Data;
using Loim.Web.Forms;

namespace Loim.People.Register.Editing;

/// <summary>What is asked of a person, when they are added and when it is set right.</summary>
internal sealed class PersonForm : FormModel
{
    public static readonly (string Value, string TextKey)[] Groups = [.. Enum.GetNames<TargetGroup>().Select(g => (g, $"group.{g}"))];
    public static readonly (string Value, string TextKey)[] Languages = [.. Enum.GetNames<SpokenLanguage>().Select(l => (l, $"language.{l}"))];

    public static readonly (string Value, string TextKey)[] Bases = [.. Enum.GetNames<StayBasis>().Select(b => (b, $"basis.{b}"))];
    public static readonly (string Value, string TextKey)[] Channels = [.. Enum.GetNames<ContactChannel>().Select(c => (c, $"contact.{c}"))];
    public static readonly (string Value, string TextKey)[] Levels = [.. Enum.GetNames<LanguageLevel>().Select(l => (l, $"level.{l}"))];

    public TextField Given { get; } = new() { Required = true, Max = Person.MaxName };
    public TextField Family { get; } = new() { Required = true, Max = Person.MaxName };
    public TextField OwnName { get; } = new() { Max = 2 * Person.MaxName };
    public DateField Born { get; } = new();
    public TextField Code { get; } = new() { Max = 20 };
    public ChoiceField Group { get; } = new(Groups) { Required = true };
    public ChoiceField Language { get; } = new(Languages) { Required = true };
    public TextField Phone { get; } = new() { Max = 30 };
    public TextField Email { get; } = new() { Max = 254 };
    public DateField Arrived { get; } = new();
    public ChoiceField Basis { get; } = new(Bases);
    public TextField Area { get; } = new() { Max = 100 };
    public ChoiceField Channel { get; } = new(Channels);
    public ChoiceField Estonian { get; } = new(Levels);
    public ChoiceField English { get; } = new(Levels);
    public ChoiceField Russian { get; } = new(Levels);
    public ChoiceField Ukrainian { get; } = new(Levels);
    public TextField OtherLanguages { get; } = new() { Max = 200 };

    /// <summary>Whoever writes has seen those who are alike.</summary>
    public CheckField Anyway { get; } = new();

    /// <summary>The version of the details that the writer saw.</summary>
    public NumberField Version { get; } = new();

    /// <summary>Whether something stands below the fold that must be seen.</summary>
    public bool HasMore => new TypedField[] { Channel, Area, Basis, Estonian, English, Russian, Ukrainian, OtherLanguages }.Any(f => f.Text.Length > 0);

    /// <summary>The code on record, of which the writer sees that it is there; left as it is, the code stays.</summary>
    private PersonalCode? masked;

    public PersonalCode? CodeValue => Code.Value == PersonalCode.Mask ? masked : PersonalCode.TryParse(Code.Value, out var code) ? code : null;

    /// <returns>False when a rule refuses an answer; it is told so beside the field.</returns>
    public bool Obeys(Func<string, string> text)
    {
        if (Code.Value is not null && CodeValue is null) { Fail(Code, text("code.wrong")); }
        if (CodeValue is { } code && Born.Value is { } born && code.Born != born) { Fail(Born, text("code.born")); }
        if (Phone.Value is not null && Register.Phone.Normal(Phone.Value) is null) { Fail(Phone, text("phone.wrong")); }
        if (Channel.Value == nameof(ContactChannel.Email) && Email.Value is null) { Fail(Email, text("email.missing")); }
        if (Channel.Value is nameof(ContactChannel.Phone) or nameof(ContactChannel.Message) && Phone.Value is null) { Fail(Phone, text("phone.missing")); }
        if (Email.Value is { } email && !IsEmail(email)) { Fail(Email, text("email.wrong")); }
        return !IsWrong;
    }

    public Person NewPerson(DateTime at) => new()
    {
        GivenName = new(Given.Value!),
        FamilyName = new(Family.Value!),
        TargetGroup = Enum.Parse<TargetGroup>(Group.Value!),
        Language = Enum.Parse<SpokenLanguage>(Language.Value!),
        AddedAt = at,
    };

    public void Write(Person person, BlindIndex index)
    {
        (person.GivenName, person.FamilyName) = (new(Given.Value!), new(Family.Value!));
        person.TargetGroup = Enum.Parse<TargetGroup>(Group.Value!);
        person.Language = Enum.Parse<SpokenLanguage>(Language.Value!);
        person.OwnName = Seal(OwnName.Value);
        person.Phone = Seal(Register.Phone.Normal(Phone.Value));
        person.Email = Seal(Email.Value);
        person.ArrivedOn = Arrived.Value;
        (person.Basis, person.Area, person.Channel) = (Basis.As<StayBasis>(), Area.Value, Channel.As<ContactChannel>());
        (person.Estonian, person.English) = (Estonian.As<LanguageLevel>(), English.As<LanguageLevel>());
        (person.Russian, person.Ukrainian) = (Russian.As<LanguageLevel>(), Ukrainian.As<LanguageLevel>());
        person.OtherLanguages = OtherLanguages.Value;
        person.Changed();
        person.Identify(Born.Value, CodeValue, index);
    }

    public void Read(Person person, Reading reading)
    {
        string? Open(Sealed<string>? value) => value is { } known ? reading.Open(person.Id, known) : null;
        (Given.Value, Family.Value, OwnName.Value) = (Open(person.GivenName), Open(person.FamilyName), Open(person.OwnName));
        (Phone.Value, Email.Value, Arrived.Value) = (Open(person.Phone), Open(person.Email), person.ArrivedOn);
        (Group.Value, Language.Value) = (person.TargetGroup.ToString(), person.Language.ToString());
        (Basis.Value, Area.Value, Channel.Value) = (person.Basis?.ToString(), person.Area, person.Channel?.ToString());
        (Estonian.Value, English.Value) = (person.Estonian?.ToString(), person.English?.ToString());
        (Russian.Value, Ukrainian.Value) = (person.Russian?.ToString(), person.Ukrainian?.ToString());
        (OtherLanguages.Value, Version.Value) = (person.OtherLanguages, person.Version);
        Born.Value = person.BirthDate is { } born ? reading.Open(person.Id, born) : null;
        Code.Value = person.Code is { } code ? reading.Open(person.Id, code, Person.CodePlace(person.Id)) : null;
        if (PersonalCode.TryParse(Code.Value, out var known)) { (masked, Code.Value) = (known, PersonalCode.Mask); }
    }

    /// <summary>The answers here that are others there, by the key of their label.</summary>
    public IEnumerable<(string Label, TypedField Field)> Unlike(PersonForm other) =>
        Labelled.Zip(other.Labelled).Where(pair => pair.First.Field == Code ? CodeValue != other.CodeValue : pair.First.Field.Text != pair.Second.Field.Text)
            .Select(pair => pair.First);

    public IEnumerable<(string Label, TypedField Field)> Labelled =>
    [
        ("given-name", Given), ("family-name", Family), ("own-name", OwnName), ("birth-date", Born), ("code", Code),
        ("target-group", Group), ("language", Language), ("phone", Phone), ("email", Email), ("arrived-on", Arrived),
        ("basis", Basis), ("area", Area), ("contact-channel", Channel), ("speaks.Estonian", Estonian), ("speaks.English", English),
        ("speaks.Russian", Russian), ("speaks.Ukrainian", Ukrainian), ("other-languages", OtherLanguages),
    ];

    private static Sealed<string>? Seal(string? value) => value is null ? null : new Sealed<string>(value);

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && text[^1] != '.' && !text.Any(char.IsWhiteSpace);
    }
}
