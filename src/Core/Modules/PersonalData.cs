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

    /// <summary>How long the module keeps what, and on what ground.</summary>
    IReadOnlyList<Retention> Retention { get; }
}

/// <param name="Section">Text key of the kind of record.</param>
/// <param name="Values">Field name (text key) to plain value.</param>
public sealed record PersonalRecord(string Section, DateOnly? On, IReadOnlyDictionary<string, string?> Values);

/// <param name="What">Text key of the kind of record.</param>
/// <param name="Ground">Text key of the legal ground.</param>
public sealed record Retention(string What, TimeSpan Keep, string Ground);
