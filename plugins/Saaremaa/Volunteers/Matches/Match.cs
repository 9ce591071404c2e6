namespace Saaremaa.Volunteers.Matches;

public enum MatchState { Proposed, Agreed, Ended }

/// <summary>A volunteer who helps one person, or at one event. Its state follows from what is known of it, so that a step that is taken back
/// leaves it where it stood.</summary>
/// <remarks>Source: SRM-03.</remarks>
[Processing("purpose.match", LawfulBasis.PublicTask, "match-record")]
internal sealed class Match
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid VolunteerId { get; private init; }

    /// <summary>Null at an event, and once the person was erased.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Null with a person.</summary>
    public Guid? EventId { get; private init; }

    /// <summary>With what, out of <see cref="Volunteer.AllSkills"/>.</summary>
    public string Skill { get; private init; } = "";
    public DateOnly ProposedOn { get; private init; }

    /// <summary>The day on which both sides agreed; null: they have not.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Its last day, or the day on which it came to nothing.</summary>
    public DateOnly? EndedOn { get; private set; }

    public MatchState State => EndedOn is not null ? MatchState.Ended : AgreedOn is not null ? MatchState.Agreed : MatchState.Proposed;

    public static Match WithPerson(Guid volunteer, Guid person, string skill, DateOnly today) => new() { VolunteerId = volunteer, PersonId = person, Skill = skill, ProposedOn = today };

    public static Match AtEvent(Guid volunteer, Guid held, string skill, DateOnly today) => new() { VolunteerId = volunteer, EventId = held, Skill = skill, ProposedOn = today };

    /// <exception cref="InvalidOperationException">It is agreed or over already, or the day lies ahead.</exception>
    public void Agree(DateOnly on, DateOnly today)
    {
        Demand(State == MatchState.Proposed && on <= today);
        AgreedOn = on;
    }

    /// <exception cref="InvalidOperationException">It is over already, or the day lies ahead or before the agreement.</exception>
    public void End(DateOnly on, DateOnly today)
    {
        Demand(State != MatchState.Ended && on <= today && !(on < AgreedOn));
        EndedOn = on;
    }

    /// <summary>The last step did not happen.</summary>
    /// <exception cref="InvalidOperationException">There was none.</exception>
    public void TakeBack()
    {
        Demand(State != MatchState.Proposed);
        if (EndedOn is not null) { EndedOn = null; }
        else { AgreedOn = null; }
    }

    public void Forget() => PersonId = null;

    /// <summary>The volunteer is erased, and with them the day on which they left: it is over, and stays counted.</summary>
    public void Close(DateOnly on) => EndedOn ??= on < AgreedOn ? AgreedOn : on;

    private void Demand(bool allowed)
    {
        if (!allowed) { throw new InvalidOperationException($"A match that is {State} does not go this way."); }
    }
}
