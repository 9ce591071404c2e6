namespace Faults.MissingMember;

/// <summary>Calls a member of the contract that this host does not have, in a method that nobody may ever call.</summary>
public sealed class MissingMemberModule : Loim.Modules.Module
{
    public static string Say() => Motto();
}
