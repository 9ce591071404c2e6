namespace Loim.Modules;

/// <summary>Persons of the register, for the layers below every module and for data protection.</summary>
internal interface IPersonRecords
{
    /// <summary>All records of the person, merged ones included; the one that stands for them first.</summary>
    Task<IReadOnlyList<Guid>> Of(Guid person);

    /// <summary>All records of persons whose data are restricted: shown, and neither changed nor reported.</summary>
    /// <remarks>Source: GDPR article 18.</remarks>
    Task<IReadOnlyCollection<Guid>> Restricted();

    Task Restrict(Guid person, string reason);

    Task Lift(Guid person);
}
