namespace Loim.Web.Tables.Importing;

/// <summary>One row of a spreadsheet, read as if it had been typed into a form.</summary>
/// <param name="Name">As it will be recorded.</param>
/// <param name="Problems">Column and reason, in the reader's language; such a row stays out.</param>
/// <param name="SameLine">An earlier line of the file that says the same.</param>
internal abstract record SheetEntry(int Line, string Name, IReadOnlyList<(string Column, string Reason)> Problems, int? SameLine)
{
    /// <summary>Something on record may be the same.</summary>
    public abstract bool HasAlike { get; }

    public bool IsRight => Problems.Count == 0;

    /// <summary>Comes in only when somebody says so.</summary>
    public bool IsDoubtful => IsRight && (HasAlike || SameLine is not null);
}
