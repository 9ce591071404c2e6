using Loim.Modules;
using Loim.Web.Tables.Importing;

namespace Loim.People.Import;

/// <summary>One spreadsheet of people on its way in.</summary>
[Processing("purpose.import", LawfulBasis.PublicTask, "retention.import")]
internal sealed class PeopleImport : SheetImport;
