using Loim.Modules;

namespace Loim.Cases.Casework;

public sealed record CaseOpened(Guid Case, Guid Person) : IFact;

/// <summary>Opened by mistake and taken back on the same day, before anything was added.</summary>
public sealed record CaseTakenBack(Guid Case) : IFact;

public sealed record CaseClosed(Guid Case, Guid Person) : IFact;

public sealed record CaseReopened(Guid Case, Guid Person) : IFact;
