namespace Loim.Modules;

/// <summary>
/// On an entity that holds persons: what for, on what ground and how long. It speaks for every stored property;
/// on a property it says where that one differs. The register of processing is made of it, and a module with persons
/// but without it is refused.
/// </summary>
/// <remarks>Source: GDPR articles 5(2), 6, 9 and 30. Data on criminal matters have no class here: they are never stored.</remarks>
/// <param name="purpose">Text key of the module: <c>purpose.casework</c>.</param>
/// <param name="basis">The ground of article 6.</param>
/// <param name="keep">The <see cref="Retention.What"/> of the module's <see cref="IPersonalData"/> by which it goes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class ProcessingAttribute(string purpose, LawfulBasis basis, string keep) : Attribute
{
    public string Purpose => purpose;
    public LawfulBasis Basis => basis;
    public string Keep => keep;

    /// <summary>Text key of those outside of the desk who are given it: <c>receivers.institution</c>; null: nobody.</summary>
    public string? Receivers { get; init; }

    /// <summary>It is of those who work here, not of those whom they serve.</summary>
    public bool IsOfStaff { get; init; }

    /// <summary>The whole entity is of a special category: that there is such a row says it already.</summary>
    public bool IsSpecial { get; init; }
}

/// <summary>On a property: of a special category of article 9 (health, origin, belief), or free text that may tell of it.
/// Text is a <see cref="Data.Secret"/> then; codes and days may stay as they are.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SpecialAttribute : Attribute;

/// <summary>On an entity that is a view over other tables: it shows persons and stores none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadModelAttribute : Attribute;

/// <summary>Article 6(1) of the GDPR.</summary>
public enum LawfulBasis { Consent, Contract, LegalDuty, VitalInterest, PublicTask }
