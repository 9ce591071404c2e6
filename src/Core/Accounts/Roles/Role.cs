namespace Loim.Accounts.Roles;

/// <summary>A bundle of permissions under a name that people know.</summary>
internal sealed class Role
{
    public required string Id { get; init; }

    /// <summary>Null for the roles that the house knows; their titles are texts.</summary>
    public string? Title { get; set; }
    public List<RolePermission> Permissions { get; } = [];

    public void TakePermissions(IReadOnlyCollection<string> names)
    {
        Permissions.RemoveAll(p => !names.Contains(p.Permission));
        Permissions.AddRange(names.Where(n => Permissions.All(p => p.Permission != n)).Select(n => new RolePermission { RoleId = Id, Permission = n }));
    }
}

internal sealed class RolePermission
{
    public required string RoleId { get; init; }

    /// <summary>Full name, or <c>events.*</c> for all that a module has now and later.</summary>
    public required string Permission { get; init; }
}

internal sealed class AccountRole
{
    public required Guid AccountId { get; init; }
    public required string RoleId { get; init; }

    /// <summary>The last day on which it holds; null: no end is set.</summary>
    public DateOnly? Until { get; set; }
}
