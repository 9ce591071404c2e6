using Loim.Modules;
using Loim.Web.Tables.Importing;

namespace Loim.Events.Import;

/// <summary>One spreadsheet of past events on its way in.</summary>
[Processing("purpose.import", LawfulBasis.PublicTask, "retention.import")]
internal sealed class EventImport : SheetImport;
