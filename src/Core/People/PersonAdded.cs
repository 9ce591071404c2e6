using Loim.Modules;

namespace Loim.People;

public sealed record PersonAdded(Guid Person) : IFact;
