namespace Loim.Access.Auditing;

/// <summary>One line of the audit: who did what, in which role, where and why, to whose data. Never a personal value outside of <see cref="Detail"/>.</summary>
internal sealed record AuditEntry
{
    public required Guid Account { get; init; }
    public required string Who { get; init; }

    /// <summary>The roles of the account at that moment.</summary>
    public string Role { get; init; } = "";

    /// <summary><c>read</c>, <c>add</c>, <c>change</c>, <c>delete</c>, <c>sign-in</c> and the like.</summary>
    public required string Action { get; init; }
    public required string Page { get; init; }

    /// <summary>Why the door was open: the permission that the page demands, or the purpose of a personal link.</summary>
    public string Purpose { get; init; } = "";
    public Guid? Person { get; init; }
    public string What { get; init; } = "";

    /// <summary>Filters of a list, values of a change. Kept outside of the chain, so that it can be erased.</summary>
    public string? Detail { get; init; }

    public static AuditEntry By(CurrentViewer current, string action, string page) => new()
    {
        Account = current.Viewer.Account,
        Who = current.Viewer.Name,
        Role = current.Viewer.Role,
        Action = action,
        Page = page,
        Purpose = current.Purpose,
    };
}
