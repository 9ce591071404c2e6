namespace Loim.People;

/// <summary>Who has a personal code: ids, whoever asks; nothing is opened by it.</summary>
public interface IPersonCodes
{
    /// <returns>All records of the person, the one that stands for them first; empty where nobody has the code.</returns>
    Task<IReadOnlyList<Guid>> RecordsOf(string code);
}
