namespace Loim.Browser.Tests.House;

/// <summary>Whose button is pressed on the sign-in page of the demonstration, by its Estonian words.</summary>
public sealed record Role(string Title)
{
    public static readonly Role Administrator = new("Administraator");
    public static readonly Role Coordinator = new("Koordinaator");
    public static readonly Role CaseManager = new("Juhtumikorraldaja");
    public static readonly Role Organiser = new("Korraldaja");
    public static readonly Role Specialist = new("Spetsialist");
    public static readonly Role CaseworkLead = new("Juhtumitöö juht");
    public static readonly Role CommunityCoordinator = new("Kogukonna kontaktisik");
    public static readonly Role Finance = new("Finantsist");
    public static readonly Role Reporter = new("Aruandja");
    public static readonly Role Auditor = new("Audiitor");

    public static IReadOnlyList<Role> All { get; } =
        [CaseManager, Coordinator, Administrator, Organiser, Specialist, CaseworkLead, CommunityCoordinator, Finance, Reporter, Auditor];

    public override string ToString() => Title;
}
