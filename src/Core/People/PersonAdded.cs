using Loim.Modules;

namespace Loim.People;

public sealed record PersonAdded(Guid Person) : IFact;

/// <summary>An import was undone before anybody worked with the person; the record is gone.</summary>
public sealed record PersonTakenBack(Guid Person) : IFact;
