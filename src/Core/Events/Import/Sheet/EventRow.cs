using Loim.Web.Tables.Importing;

namespace Loim.Events.Import.Sheet;

/// <param name="Alike">The event on record of that day with that title.</param>
internal sealed record EventRow(int Line, PastEvent Form, IReadOnlyList<(string Column, string Reason)> Problems, KnownEvent? Alike, int? SameLine)
    : SheetEntry(Line, Form.Title.Value ?? "", Problems, SameLine)
{
    public override bool HasAlike => Alike is not null;
}

internal sealed record KnownEvent(Guid Id, DateOnly Day, string Title);
