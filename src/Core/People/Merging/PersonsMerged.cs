using Loim.Modules;

namespace Loim.People;

/// <summary>Two records turned out to be one person; the view <c>people_cards</c> resolves them.</summary>
public sealed record PersonsMerged(Guid Person, Guid Duplicate) : IFact;

/// <summary>A merge was undone.</summary>
public sealed record PersonsParted(Guid Person, Guid Duplicate) : IFact;
