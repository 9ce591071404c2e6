using Loim.Cases;
using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.Cases;

/// <summary>A house with people and enquiries that answers requests.</summary>
public sealed class DeskHouse() : WebHouse(new CasesModule());
