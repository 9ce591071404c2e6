namespace Loim.Access;

/// <summary>
/// On whose behalf rows are read. Filters decide by it what is shown, never what is true:
/// capacity, duplicates, figures, handlers and jobs run as <see cref="House"/>.
/// </summary>
public sealed class Viewer
{
    private readonly IReadOnlySet<string> permissions;

    private Viewer(Kind kind, Guid account, string name, string? organisation, IReadOnlySet<string> permissions, string role = "")
    {
        (What, Account, Name, Organisation, Role) = (kind, account, name, organisation, role);
        this.permissions = permissions;
    }

    /// <summary>Nobody has said who reads: no rows at all.</summary>
    public static Viewer Nobody { get; } = new(Kind.Nobody, Guid.Empty, "", null, new HashSet<string>());

    /// <summary>Somebody without an account, on a public page.</summary>
    public static Viewer Anyone { get; } = new(Kind.Anyone, Guid.Empty, "", null, new HashSet<string>());

    /// <summary>The house itself: sees all rows, opens nothing to anybody.</summary>
    public static Viewer House { get; } = new(Kind.House, Guid.Empty, "house", null, new HashSet<string>());

    /// <param name="role">Ids of the account's roles, for the audit.</param>
    internal static Viewer Of(Guid account, string name, string? organisation, IReadOnlySet<string> permissions, string role = "") =>
        new(Kind.Account, account, name, organisation, permissions, role);

    /// <summary>Somebody without an account who has a personal link; the audit names the link's purpose.</summary>
    internal static Viewer ByLink(string purpose) => new(Kind.Anyone, Guid.Empty, $"link {purpose}", null, new HashSet<string>());

    /// <summary>The account's id; empty for the house and for anyone.</summary>
    public Guid Account { get; }
    public string Name { get; }

    /// <summary>Short name of the organisation the account works for (two organisations' staff may share one desk).</summary>
    public string? Organisation { get; }

    internal string Role { get; }

    public bool IsHouse => What == Kind.House;
    public bool IsSignedIn => What == Kind.Account;

    /// <summary>False only for <see cref="Nobody"/>.</summary>
    public bool IsKnown => What != Kind.Nobody;

    /// <param name="permission">Full name: <c>cases.read</c>.</param>
    public bool Can(string permission) => IsHouse || permissions.Contains(permission) || permissions.Contains(permission.Split('.')[0] + ".*");

    private Kind What { get; }

    private enum Kind { Nobody, Anyone, Account, House }
}

/// <summary>Holds the viewer of the scope. Set once by the sign-in, a job or a handler before anything is read.</summary>
public sealed class CurrentViewer
{
    public Viewer Viewer { get; internal set; } = Viewer.Nobody;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Why, for the audit: the permission that the page demands, or the purpose of a personal link.</summary>
    internal string Purpose { get; set; } = "";
}
