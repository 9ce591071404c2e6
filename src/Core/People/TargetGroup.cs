namespace Loim.People;

/// <summary>The three groups whom the programme serves.</summary>
/// <remarks>Source: ALL-01.</remarks>
public enum TargetGroup
{
    /// <summary>Settled in Estonia recently.</summary>
    NewImmigrant,

    /// <summary>Lives in Estonia; the language or culture is another.</summary>
    PersonOfOtherBackground,

    /// <summary>Of Estonian origin or citizenship, came back from abroad.</summary>
    Returnee,
}
