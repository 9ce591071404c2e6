using Loim.Accounts.Roles;
using Loim.Modules;

namespace Loim.Accounts;

/// <summary>Somebody who works in the house. Never deleted, only disabled: the audit names them for ever.</summary>
internal sealed class Account
{
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan OneTimeFor = TimeSpan.FromDays(7);
    private const int AllowedFailures = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string NormalizedName { get; set; } = "";
    public required string DisplayName { get; set; }

    /// <summary>Short name of the organisation they work for; events and cases show by it whose they are.</summary>
    public string? Organisation { get; set; }
    public string? Language { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Set while the password was given by somebody else: until then it opens only the page where it is changed.</summary>
    public DateTime? OneTimeUntil { get; set; }

    /// <summary>The last day on which they may work here; null: no end is set.</summary>
    public DateOnly? Until { get; set; }
    public int FailedAttempts { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public DateTime? DisabledAt { get; private set; }
    public List<AccountRole> Roles { get; } = [];

    /// <summary>Whether the account is in use, however somebody shows who they are.</summary>
    public bool IsOpen(DateTime now) => DisabledAt is null && !(Until < Days.DayOf(now));

    public bool MayTry(DateTime now) => IsOpen(now) && !(LockedUntil > now) && !(OneTimeUntil < now);

    /// <summary><c>active</c>, <c>disabled</c>, <c>ended</c>, <c>locked</c>, <c>expired</c>, or <c>new</c> while its password is another's choice.</summary>
    public string StateAt(DateTime now) =>
        DisabledAt is not null ? "disabled" : !IsOpen(now) ? "ended" : LockedUntil > now ? "locked" : OneTimeUntil < now ? "expired" : OneTimeUntil is not null ? "new" : "active";

    public void Failed(DateTime now)
    {
        if (++FailedAttempts < AllowedFailures) { return; }
        (FailedAttempts, LockedUntil) = (0, now + LockedFor);
    }

    public void Entered() => (FailedAttempts, LockedUntil) = (0, null);

    public void Disable(DateTime now) => DisabledAt ??= now;

    public void Enable() => (DisabledAt, FailedAttempts, LockedUntil) = (null, 0, null);

    public void TakeRoles(IReadOnlyCollection<string> ids)
    {
        Roles.RemoveAll(r => !ids.Contains(r.RoleId));
        Roles.AddRange(ids.Where(id => Roles.All(r => r.RoleId != id)).Select(id => new AccountRole { AccountId = Id, RoleId = id }));
    }
}
