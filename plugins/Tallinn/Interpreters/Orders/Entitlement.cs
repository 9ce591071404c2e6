using Loim.People;

namespace Tallinn.Interpreters.Orders;

internal enum Verdict
{
    Entitled,

    /// <summary>Nobody asked yet on what ground the person lives here.</summary>
    BasisUnknown,

    /// <summary>A recipient of international protection: another provider serves them.</summary>
    OtherProvider,
}

/// <summary>For whom an interpreter may be ordered, by the basis of stay.</summary>
/// <remarks>Source: TLN-10.</remarks>
internal static class Entitlement
{
    public static Verdict Of(StayBasis? basis, InterpretersSettings settings) => basis switch
    {
        null => Verdict.BasisUnknown,
        StayBasis.Refugee or StayBasis.SubsidiaryProtection => Verdict.OtherProvider,
        StayBasis.TemporaryProtection when !settings.ServesTemporaryProtection => Verdict.OtherProvider,
        _ => Verdict.Entitled,
    };
}
