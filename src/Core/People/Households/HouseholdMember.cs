using Loim.Data;
using Loim.Modules;

namespace Loim.People.Households;

/// <summary>One who lives in a household. An adult is a person on record; a child is known as a member only.</summary>
/// <remarks>Source: ALL-01, FAM-02. Children are seen by those alone who may change people.</remarks>
[Processing("purpose.household", LawfulBasis.PublicTask, "retention.person")]
internal sealed class HouseholdMember
{
    public const int Adult = 18;

    private HouseholdMember() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid HouseholdId { get; private init; }

    /// <summary>Null for a child.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>Of a child.</summary>
    public Sealed<string>? Name { get; private set; }

    /// <summary>Of a child.</summary>
    public Sealed<DateOnly>? BirthDate { get; private set; }
    public Relation Relation { get; private set; }
    public DateTime AddedAt { get; private init; }

    /// <summary>A member who left is kept, so that it can be taken back.</summary>
    public DateTime? LeftAt { get; private set; }

    public static HouseholdMember Of(Guid household, Guid person, Relation relation, DateTime at) =>
        new() { HouseholdId = household, PersonId = person, Relation = relation, AddedAt = at };

    /// <returns>Null when they are of age on the day: an adult is a person on record.</returns>
    public static HouseholdMember? Child(Guid household, string name, DateOnly born, Relation relation, DateOnly today, DateTime at) =>
        born.AddYears(Adult) <= today ? null
        : new() { HouseholdId = household, Name = new(name), BirthDate = new(born), Relation = relation, AddedAt = at };

    /// <summary>Sets a child's details right; those of an adult are on their own record.</summary>
    /// <returns>False when they would have been of age on the day on which they came in.</returns>
    public bool Correct(string name, DateOnly born, Relation relation)
    {
        if (PersonId is not null) { throw new InvalidOperationException("An adult is a person on record."); }
        if (born.AddYears(Adult) <= Days.DayOf(AddedAt)) { return false; }
        (Name, BirthDate, Relation) = (new(name), new(born), relation);
        return true;
    }

    public void Leave(DateTime at) => LeftAt ??= at;

    public void Return() => LeftAt = null;
}

/// <summary>What one is to the household's contact person.</summary>
internal enum Relation { Contact, Partner, Child, Parent, Relative, Other }
