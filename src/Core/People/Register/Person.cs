using Loim.Data;
using Loim.Modules;

namespace Loim.People.Register;

[Processing("purpose.register", LawfulBasis.PublicTask, "retention.person")]
internal sealed class Person
{
    public const int MaxName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Sealed<string> GivenName { get; set; }
    public required Sealed<string> FamilyName { get; set; }

    /// <summary>The whole name in its own script, kept apart from its transliteration.</summary>
    public Sealed<string>? OwnName { get; set; }
    public Sealed<DateOnly>? BirthDate { get; private set; }
    [Special]
    public Secret? Code { get; private set; }
    public string? CodeIndex { get; private set; }
    public required TargetGroup TargetGroup { get; set; }
    public required SpokenLanguage Language { get; set; }
    public Sealed<string>? Phone { get; set; }
    public Sealed<string>? Email { get; set; }
    public DateOnly? ArrivedOn { get; set; }
    public StayBasis? Basis { get; set; }

    /// <summary>Municipality or part of town, in words.</summary>
    public string? Area { get; set; }
    public ContactChannel? Channel { get; set; }
    public LanguageLevel? Estonian { get; set; }
    public LanguageLevel? English { get; set; }
    public LanguageLevel? Russian { get; set; }
    public LanguageLevel? Ukrainian { get; set; }
    public string? OtherLanguages { get; set; }

    /// <summary>The day on which the person last said that telephone, e-mail and area are right.</summary>
    public DateOnly? ContactConfirmedOn { get; set; }

    /// <summary>Grows with each change of the details, so that of two who change them at once the later is told.</summary>
    public int Version { get; private set; }

    /// <summary>The spreadsheet that they came in with.</summary>
    public Guid? ImportId { get; set; }
    public required DateTime AddedAt { get; init; }

    /// <summary>The row stays when the person's data is erased: what was counted stays counted, without the person.</summary>
    public DateTime? ErasedAt { get; private set; }

    public string Name(Reading reading) => $"{reading.Open(Id, GivenName)} {reading.Open(Id, FamilyName)}";

    public static SecretPlace CodePlace(Guid person) => new("people_people", nameof(Code), person);

    /// <summary>A code carries a birth date too; where both are known they must agree. It is never set right by itself.</summary>
    /// <returns>False when they do not agree; nothing is changed then.</returns>
    public bool Identify(DateOnly? born, PersonalCode? code, BlindIndex index)
    {
        if (born is not null && code is not null && code.Value.Born != born) { return false; }
        BirthDate = born is { } day ? new Sealed<DateOnly>(day) : null;
        Code = code is { } known ? Secret.Of(known.Text) : null;
        CodeIndex = code is { } sought ? index.Of(sought.Text) : null;
        return true;
    }

    public void Changed() => Version++;

    public void Erase(DateTime at)
    {
        GivenName = FamilyName = new Sealed<string>("");
        OwnName = Phone = Email = null;
        Area = OtherLanguages = null;
        (Basis, Channel, ContactConfirmedOn) = (null, null, null);
        Estonian = English = Russian = Ukrainian = null;
        BirthDate = null;
        Code = null;
        CodeIndex = null;
        ArrivedOn = null;
        ErasedAt = at;
    }
}
