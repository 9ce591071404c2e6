using Loim.People;
using Tallinn.MentalHealth.Sessions;

namespace Tallinn.MentalHealth.Referrals;

public enum ReferralState { Sent, Accepted, Closed }

/// <summary>One person sent to a specialist. Until it is accepted every specialist sees it in the queue, afterwards only the one who has it.</summary>
[Processing("purpose.treatment", LawfulBasis.PublicTask, "data.referral", Receivers = "receivers.specialist", IsSpecial = true)]
internal sealed class Referral
{
    public const int LongestNeed = 300, LongestReach = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null once the person was erased; what was counted stays.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The reason in a sentence; no clinical note is kept anywhere.</summary>
    public Secret Need { get; private set; }

    /// <summary>How the person is best reached, as they said when they were referred; null: whoever referred them knows.</summary>
    public Secret? Reach { get; private set; }
    public SpokenLanguage Language { get; private init; }
    public Guid ReferredBy { get; private init; }
    public DateTime At { get; private init; }
    public ReferralState State { get; private set; }
    public Guid? Specialist { get; private set; }
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>The day of it, and how many days it took.</summary>
    public DateOnly? AcceptedOn { get; private set; }
    public int? Waited { get; private set; }

    public static SecretPlace ReachPlace(Guid referral) => new("mental_health_referrals", nameof(Reach), referral);

    public static Referral Send(Guid person, string need, SpokenLanguage language, Guid by, DateTime at, string? reach = null) =>
        new() { PersonId = person, Need = Secret.Of(need), Reach = reach is null ? null : Secret.Of(reach), Language = language, ReferredBy = by, At = at };

    /// <returns>False when another specialist was quicker.</returns>
    public bool Accept(Guid specialist, DateTime at)
    {
        if (State != ReferralState.Sent) { return false; }
        (State, Specialist, AcceptedAt) = (ReferralState.Accepted, specialist, at);
        (AcceptedOn, Waited) = (Days.DayOf(at), Days.Between(At, at));
        return true;
    }

    /// <exception cref="InvalidOperationException">The client is not theirs, or no more.</exception>
    public Session Meet(Guid specialist, DateOnly day, int minutes, Guid? planLine)
    {
        if (State != ReferralState.Accepted || Specialist != specialist) { throw new InvalidOperationException("Only the specialist who has the client meets them."); }
        return new Session { ReferralId = Id, Specialist = specialist, Day = day, Minutes = minutes, PlanLine = planLine };
    }

    public void Close()
    {
        if (State == ReferralState.Accepted) { State = ReferralState.Closed; }
    }

    /// <summary>The work goes on with the same specialist.</summary>
    public void Reopen()
    {
        if (State == ReferralState.Closed) { State = ReferralState.Accepted; }
    }

    /// <summary>Taken on by mistake: it waits again, as long as it had. Whoever was met stays with their specialist.</summary>
    /// <param name="met">Whether there were sessions.</param>
    public void Release(bool met)
    {
        if (State != ReferralState.Accepted || met) { return; }
        (State, Specialist, AcceptedAt) = (ReferralState.Sent, null, null);
        (AcceptedOn, Waited) = (null, null);
    }

    public void Forget() => (PersonId, Need, Reach) = (null, Secret.Of(""), null);

    public int DaysWaited(DateTime now) => Waited ?? Days.Between(At, AcceptedAt ?? now);
}

/// <summary>All that those who referred see of it afterwards; the view <c>mental_health_referral_states</c>.</summary>
[ReadModel]
internal sealed class ReferralStatus
{
    public Guid Id { get; init; }
    public Guid? PersonId { get; init; }
    public ReferralState State { get; init; }
    public Guid ReferredBy { get; init; }
    public DateTime At { get; init; }
}
