namespace Loim.Data;

/// <summary>Opens sealed values and remembers whose they were: the response leaves only after that is in the audit.</summary>
public sealed class Reading
{
    private readonly Keyring keys;
    private readonly HashSet<Guid> persons = [];

    internal Reading(Keyring keys) => this.keys = keys;

    internal IReadOnlyCollection<Guid> Persons => persons;

    /// <param name="person">Whose value it is; the read is noted for this person. Empty: of nobody who is known, and nothing is noted.</param>
    public T Open<T>(Guid person, Sealed<T> value)
    {
        Remember(person);
        return value.Value;
    }

    /// <param name="person">Whose value it is.</param>
    /// <param name="place">Entity and property it was read from, and the row's id.</param>
    /// <returns>Null when the stored text was changed or moved: it is unreadable then.</returns>
    public string? Open(Guid person, Secret value, SecretPlace place)
    {
        Remember(person);
        return value.Plain ?? keys.Open(value.Cipher, place.ToString());
    }

    private void Remember(Guid person)
    {
        if (person != Guid.Empty) { persons.Add(person); }
    }

    /// <summary>Opens what the viewer typed themselves: a draft. That is not a read of somebody's data.</summary>
    internal string? OpenOwn(Secret value, SecretPlace place) => value.Plain ?? keys.Open(value.Cipher, place.ToString());
}

/// <summary>Where a secret stands: it opens there and nowhere else.</summary>
/// <param name="Table">Full table name: <c>people_people</c>.</param>
public readonly record struct SecretPlace(string Table, string Column, Guid Row)
{
    public override string ToString() => $"{Table}|{Column}|{Row:N}";
}
