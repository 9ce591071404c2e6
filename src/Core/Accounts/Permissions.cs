namespace Loim.Accounts;

internal static class Permissions
{
    public const string Manage = "accounts.manage";
}
