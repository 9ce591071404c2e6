namespace Loim.People;

/// <summary>On what ground a person lives in Estonia. Some services are for holders of some of them only.</summary>
public enum StayBasis
{
    /// <summary>Citizen of Estonia.</summary>
    Citizen,

    /// <summary>Right of residence of a citizen of the European Union, or of a family member.</summary>
    EuropeanUnion,

    /// <summary>Residence permit for a term: work, study, family, business.</summary>
    TemporaryPermit,

    /// <summary>Residence permit of a long-term resident.</summary>
    LongTermPermit,

    /// <summary>Temporary protection.</summary>
    TemporaryProtection,

    /// <summary>International protection: refugee.</summary>
    Refugee,

    /// <summary>International protection: subsidiary protection.</summary>
    SubsidiaryProtection,

    /// <summary>Another ground, or still being settled.</summary>
    Other,
}
