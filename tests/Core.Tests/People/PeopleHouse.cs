using Loim.Core.Tests.Web;

namespace Loim.Core.Tests.People;

/// <summary>A house with people that answers requests.</summary>
public sealed class PeopleHouse() : WebHouse([]);
