namespace Loim.Modules;

/// <summary>Something that happened, past tense (<c>EnquiryLogged</c>). Carries ids, never personal values.
/// Recorded by <see cref="Data.Work.Record"/> in the same transaction as the change.</summary>
public interface IFact;

/// <summary>
/// Reacts to facts of this or a required module, after commit, in order, at least once: it must be repeatable.
/// Runs as the house, in a unit of work of its own; slow work belongs in a <see cref="Job"/>.
/// A module that was off catches up when it is on again.
/// </summary>
/// <remarks>A fact that keeps failing is parked, shown in administration, and can be retried there.</remarks>
public interface IHandle<in TFact> where TFact : IFact
{
    Task Handle(TFact fact, CancellationToken ct);
}
