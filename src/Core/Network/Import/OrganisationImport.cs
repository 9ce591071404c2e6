using Loim.Modules;
using Loim.Web.Tables.Importing;

namespace Loim.Network.Import;

/// <summary>One spreadsheet of organisations on its way in.</summary>
[Processing("purpose.import", LawfulBasis.PublicTask, "retention.import")]
internal sealed class OrganisationImport : SheetImport;
