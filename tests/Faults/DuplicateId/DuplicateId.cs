namespace Faults.DuplicateId;

/// <summary>Calls itself as a shared module does.</summary>
public sealed class PeopleModule : Module;
