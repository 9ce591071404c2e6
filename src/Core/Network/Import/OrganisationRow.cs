using Loim.Network.Organisations;
using Loim.Web.Tables.Importing;

namespace Loim.Network.Import;

/// <param name="Alike">The entry on record that has the same name.</param>
internal sealed record OrganisationRow(int Line, OrganisationForm Form, IReadOnlyList<(string Column, string Reason)> Problems, KnownOrganisation? Alike, int? SameLine)
    : SheetEntry(Line, Form.Name.Value ?? "", Problems, SameLine)
{
    public override bool HasAlike => Alike is not null;
}

internal sealed record KnownOrganisation(Guid Id, string Name);
