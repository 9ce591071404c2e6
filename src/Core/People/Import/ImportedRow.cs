using Loim.People.Register;

namespace Loim.People.Import;

/// <summary>One row of the spreadsheet, read as if it had been typed into the form of a new person.</summary>
/// <param name="Problems">Column and reason, in the reader's language; such a row stays out.</param>
/// <param name="Alike">Who on record may be the same person.</param>
/// <param name="SameLine">An earlier line of the file with the same person.</param>
internal sealed record ImportedRow(int Line, PersonForm Form, IReadOnlyList<(string Column, string Reason)> Problems, IReadOnlyList<Guid> Alike, int? SameLine)
{
    public bool IsRight => Problems.Count == 0;

    /// <summary>Comes in only when somebody says so.</summary>
    public bool IsDoubtful => IsRight && (Alike.Count > 0 || SameLine is not null);
}
