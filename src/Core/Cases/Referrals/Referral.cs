using Loim.Access;
using Loim.Cases.Casework;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Referrals;

internal enum ReferralState { AwaitsConsent, Sent, Accepted, Declined, Done, Revoked }

/// <summary>What is said of a referral when it is written.</summary>
internal sealed record ReferralAnswers(string Institution, string Email, string Language, string Need, string? Contact)
{
    /// <summary>The organisation of the network, where it is one.</summary>
    public Guid? Organisation { get; init; }
}

/// <summary>
/// One person sent to an institution, which answers by a personal link. It leaves only with the person's consent,
/// or without it by somebody who may decide so and says why.
/// </summary>
[Processing("purpose.referral", LawfulBasis.PublicTask, "retention.case", Receivers = "receivers.institution")]
internal sealed class Referral
{
    public const int LongestNeed = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid ReferredBy { get; init; }
    public required string ReferredByName { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>Its name on the day of the letter.</summary>
    public required string Institution { get; init; }

    /// <summary>The organisation of the network, where it is one.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Where the institution gets its link.</summary>
    public required string Email { get; init; }

    /// <summary>The letter's language.</summary>
    public required string Language { get; init; }
    [Special]
    public Secret Need { get; private set; }

    /// <summary>How the institution reaches the person.</summary>
    public Secret? Contact { get; private set; }

    /// <summary>The day on which it left with the person's consent; wording and withdrawal are in the register of consents.</summary>
    public DateOnly? ConsentOn { get; private set; }
    public Guid? OverriddenBy { get; private set; }
    public string? OverriddenByName { get; private set; }
    [Special]
    public Secret? OverrideReason { get; private set; }
    public ReferralState State { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The day of <see cref="AnsweredAt"/>, as the figure counts it.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>What the institution said: a start, or why not.</summary>
    [Special]
    public Secret? Answer { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public static SecretPlace Place(string column, Guid id) => new("cases_referrals", column, id);

    public static Referral Of(Case about, ReferralAnswers said, Viewer by, DateTime at) => new()
    {
        CaseId = about.Id, PersonId = about.PersonId, ReferredBy = by.Account, ReferredByName = by.Name, WrittenAt = at,
        Institution = said.Institution, OrganisationId = said.Organisation, Email = said.Email, Language = said.Language,
        Need = Secret.Of(said.Need), Contact = said.Contact is null ? null : Secret.Of(said.Contact),
    };

    /// <summary>What can still be answered.</summary>
    public bool IsWithInstitution => State is ReferralState.Sent or ReferralState.Accepted;

    public bool CanBeRevoked => State is ReferralState.AwaitsConsent || IsWithInstitution;

    public int DaysWaited(DateTime now) => SentAt is { } sent ? Days.Between(sent, AnsweredAt ?? now) : 0;

    public void Override(string reason, Viewer by)
    {
        MustBe(ReferralState.AwaitsConsent);
        (OverrideReason, OverriddenBy, OverriddenByName) = (Secret.Of(reason), by.Account, by.Name);
    }

    /// <param name="consents">The person's consent to sharing stands now.</param>
    /// <exception cref="InvalidOperationException">Nobody has agreed to it.</exception>
    public void Send(bool consents, DateTime at)
    {
        MustBe(ReferralState.AwaitsConsent);
        if (!consents && OverriddenBy is null) { throw new InvalidOperationException("Nobody has agreed to the referral."); }
        (State, SentAt, ConsentOn) = (ReferralState.Sent, at, consents ? Days.DayOf(at) : null);
    }

    /// <returns>False when it is too late for this answer.</returns>
    public bool Say(ReferralState answer, string? words, DateTime at)
    {
        var fits = (State, answer) is (ReferralState.Sent, ReferralState.Accepted or ReferralState.Declined) or (ReferralState.Accepted, ReferralState.Done);
        if (!fits) { return false; }
        State = answer;
        if (words is not null) { Answer = Secret.Of(words); }
        if (answer == ReferralState.Done) { EndedAt = at; }
        else { (AnsweredAt, AnsweredOn) = (at, Days.DayOf(at)); }
        return true;
    }

    public void Revoke(DateTime at)
    {
        if (!CanBeRevoked) { throw new InvalidOperationException("The institution has ended it already."); }
        (State, EndedAt) = (ReferralState.Revoked, at);
    }

    public void Forget() => (Need, Contact, Answer, OverrideReason) = (Secret.Of(""), null, null, null);

    private void MustBe(ReferralState state)
    {
        if (State != state) { throw new InvalidOperationException($"The referral is {State} already."); }
    }
}
