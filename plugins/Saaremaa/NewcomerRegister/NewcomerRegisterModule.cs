namespace Saaremaa.NewcomerRegister;

/// <summary>Contacts of new immigrants, kept up to date and no longer than may be: each week what to confirm and what to delete.</summary>
/// <remarks>Source: SRM-04.</remarks>
internal sealed class NewcomerRegisterModule : Module
{
    public override IReadOnlyList<string> Requires => ["people"];
}
