using Loim.Modules;

namespace Loim.People;

/// <summary>What people agreed to. Ask at the moment when something depends on it and keep no copy of the answer:
/// a withdrawal stops it at once.</summary>
/// <remarks>Source: GDPR articles 6(1)(a) and 7. Work that rests on a public task needs no consent.</remarks>
public interface IConsents
{
    Task<bool> Stands(Guid person, ConsentPurpose purpose);

    /// <summary>Writes it down, by itself or inside the caller's unit of work. What stands already is left as it is.</summary>
    /// <param name="language">Of the wording that the person read: <c>uk</c>.</param>
    Task Give(Guid person, ConsentPurpose purpose, string language);

    /// <summary>Ends it; where none stands, nothing happens.</summary>
    Task Withdraw(Guid person, ConsentPurpose purpose);
}

public enum ConsentPurpose
{
    /// <summary>Handing the name and the need to another institution or to the network's specialists.</summary>
    Sharing,

    /// <summary>News of events and services by e-mail or message.</summary>
    News,

    /// <summary>Pictures and recordings at events.</summary>
    Picture,

    /// <summary>Publishing the personal story.</summary>
    Story,
}

public sealed record ConsentGiven(Guid Person, ConsentPurpose Purpose) : IFact;

public sealed record ConsentWithdrawn(Guid Person, ConsentPurpose Purpose) : IFact;
