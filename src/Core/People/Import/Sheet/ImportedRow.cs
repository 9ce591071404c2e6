using Loim.People.Register.Editing;
using Loim.Web.Tables.Importing;

namespace Loim.People.Import.Sheet;

/// <summary>One row of the spreadsheet, read as if it had been typed into the form of a new person.</summary>
/// <param name="Alike">Who on record may be the same person.</param>
internal sealed record ImportedRow(int Line, PersonForm Form, IReadOnlyList<(string Column, string Reason)> Problems, IReadOnlyList<Guid> Alike, int? SameLine)
    : SheetEntry(Line, $"{Form.Given.Value} {Form.Family.Value}", Problems, SameLine)
{
    public override bool HasAlike => Alike.Count > 0;
}
