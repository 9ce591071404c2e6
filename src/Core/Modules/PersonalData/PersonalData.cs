namespace Loim.Modules;

/// <summary>
/// One person's data in one module. A module that stores persons (a sealed value, or a <c>PersonId</c>) must have it,
/// or it is refused when the house is built.
/// </summary>
/// <remarks>Source: GDPR articles 15, 17 and 5(1)(e).</remarks>
public interface IPersonalData
{
    /// <summary>All that the module holds on the person, in plain values: section, then field to value.</summary>
    IAsyncEnumerable<PersonalRecord> Export(Guid person, CancellationToken ct);

    /// <summary>Removes or empties it inside the caller's unit of work; returns how many records were touched.
    /// Figures must not change: what is counted stays, without the person.</summary>
    Task<int> Erase(Guid person, CancellationToken ct);

    /// <summary>How long the module keeps what, and on what ground. What is over its time is forgotten by the house itself.</summary>
    IReadOnlyList<Retention> Retention { get; }

    /// <summary>Persons of the register whom the module served on that day or later; they stay on the register.</summary>
    Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) => Task.FromResult<IReadOnlyCollection<Guid>>([]);
}

/// <param name="Section">Text key of the kind of record.</param>
/// <param name="Values">Field name (text key) to plain value.</param>
public sealed record PersonalRecord(string Section, DateOnly? On, IReadOnlyDictionary<string, string?> Values);

/// <param name="What">Text key of the kind of record; entities refer to it by <see cref="ProcessingAttribute.Keep"/>.</param>
/// <param name="Keep">How long, from the record's last day on; the municipality may set another period.</param>
/// <param name="Ground">Text key of the legal ground.</param>
/// <param name="Due">The records whose time was over before that instant. What was forgotten once must not be due again.</param>
public sealed record Retention(string What, TimeSpan Keep, string Ground, Func<DateTime, Due> Due);
