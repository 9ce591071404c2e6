namespace Loim.Network.Organisations;

/// <summary>An institution, association or business that newcomers or the town deal with. Contacts are of roles, never of persons.</summary>
/// <remarks>Source: PRN-01, TLN-01, RKV-05.</remarks>
internal sealed class Organisation
{
    private readonly List<OrganisationUnit> units = [];
    private readonly List<FormerName> formerNames = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required Sector Sector { get; set; }
    public string? Contact { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Website { get; set; }

    /// <summary>What one gets there, in words: in Estonian, and where somebody wrote it, in the languages newcomers read.</summary>
    public string? Offers { get; set; }
    public string? OffersEn { get; set; }
    public string? OffersRu { get; set; }
    public string? OffersUk { get; set; }

    public string? OffersIn(string language) => InLanguage(language, Offers, OffersEn, OffersRu, OffersUk);

    internal static string? InLanguage(string language, string? et, string? en, string? ru, string? uk) => language switch { "en" => en, "ru" => ru, "uk" => uk, _ => et };

    /// <summary>Codes of the languages in which it serves.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>When somebody last made sure that the entry is right.</summary>
    public DateOnly? CheckedOn { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The spreadsheet that it came in with; null once somebody has changed it: then it is theirs.</summary>
    public Guid? ImportId { get; set; }
    public IReadOnlyList<OrganisationUnit> Units => units;
    public IReadOnlyList<FormerName> FormerNames => formerNames;

    public void Check(DateOnly today) => (CheckedOn, ImportId) = (today, null);

    /// <summary>Entries that nobody has checked since then are asked about.</summary>
    public static DateOnly StaleBefore(DateOnly today) => today.AddDays(-365);

    /// <summary>Older records keep the name that was valid then.</summary>
    public void Rename(string name, DateOnly until)
    {
        if (name == Name) { return; }
        formerNames.Add(new FormerName { Name = Name, Until = until });
        Name = name;
    }

    /// <summary>The units by name, in the order given; what is not named any more is dropped.</summary>
    public void Divide(IEnumerable<string> names)
    {
        var wanted = names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct().ToList();
        units.RemoveAll(u => !wanted.Contains(u.Name));
        units.AddRange(wanted.Except(units.Select(u => u.Name)).Select(name => new OrganisationUnit { Name = name }));
    }

    public void End(DateTime now) => (EndedAt, ImportId) = (EndedAt ?? now, null);

    public void Resume() => EndedAt = null;
}

internal sealed class OrganisationUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; init; }
    public required string Name { get; init; }
}

internal sealed class FormerName
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; init; }
    public required string Name { get; init; }

    /// <summary>The first day of the next name.</summary>
    public required DateOnly Until { get; init; }
}

internal enum Sector { Municipality, State, Education, Culture, Minority, Ngo, Business, Abroad }
