using Loim.Access;
using Loim.Cases.Assessments;
using Loim.Cases.Closing;
using Loim.Cases.Notes;
using Loim.Cases.Plans;
using Loim.Cases.Referrals;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Casework;

/// <summary>One person's matter from first contact to closure. What is added to it is added by it, while it is open.</summary>
/// <remarks>Source: RKV-07, SRM-06.</remarks>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Case
{
    public const int LongestReason = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The bare id stays when the person is erased, so that persons counted once stay counted once.</summary>
    public required Guid PersonId { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required Guid OpenedBy { get; init; }

    /// <summary>The account of the case manager.</summary>
    public Guid Owner { get; private set; }
    public string OwnerName { get; private set; } = "";

    /// <summary>Of the one who opened it; colleagues of the same organisation see it too.</summary>
    public string? Organisation { get; init; }

    /// <summary>Colleagues do not see it: its case manager alone does.</summary>
    public bool IsConfidential { get; private set; }

    /// <summary>What the person came with.</summary>
    [Special]
    public Secret Reason { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Its words are gone; days, scores and outcome stay counted.</summary>
    public DateTime? ForgottenAt { get; private set; }

    public bool IsOpen => ClosedOn is null;

    public static SecretPlace ReasonPlace(Guid id) => new("cases_cases", nameof(Reason), id);

    /// <summary>By right, and not for a while and a reason.</summary>
    public bool IsOpenTo(Viewer viewer) =>
        Owner == viewer.Account || !IsConfidential && (Organisation == viewer.Organisation || viewer.Can("cases.see-all"));

    public static Case Open(Guid person, string reason, Viewer by, DateOnly today) => new()
    {
        PersonId = person, OpenedOn = today, OpenedBy = by.Account, Owner = by.Account, OwnerName = by.Name,
        Organisation = by.Organisation, Reason = Secret.Of(reason),
    };

    public void HandOver(Guid account, string name, Viewer by)
    {
        MustBeOpen();
        MustBeTheirs(by);
        (Owner, OwnerName) = (account, name);
    }

    public void Keep(bool confidential) => IsConfidential = confidential;

    public Closure Close(CaseOutcome outcome, string? ending, Viewer by, DateOnly today)
    {
        MustBeOpen();
        MustBeTheirs(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(today, OpenedOn);
        ClosedOn = today;
        return Closure.Of(this, outcome, ending, by, today);
    }

    /// <summary>How it ended before is kept, with the reason for which it goes on.</summary>
    public void Reopen(Closure last, string reason, Viewer by, DateOnly today)
    {
        MustBeTheirs(by);
        last.Reopen(reason, by, today);
        (ClosedOn, ForgottenAt) = (null, null);
    }

    public Assessment Assess(IReadOnlyDictionary<LifeDomain, int> scores, string? remark, Viewer by, DateOnly day)
    {
        MustBeOpen();
        return Assessment.Of(this, scores, remark, by, day);
    }

    public Goal SetGoal(string text, LifeDomain? domain, DateOnly day)
    {
        MustBeOpen();
        return new Goal { CaseId = Id, PersonId = PersonId, SetOn = day, Domain = domain, Text = Secret.Of(text) };
    }

    public Note Note(string text, NoteLevel level, Viewer by, DateTime at)
    {
        MustBeOpen();
        return new Note { CaseId = Id, PersonId = PersonId, At = at, Author = by.Account, AuthorName = by.Name, Level = level, Text = Secret.Of(text) };
    }

    public Referral Refer(ReferralAnswers said, Viewer by, DateTime at)
    {
        MustBeOpen();
        return Referral.Of(this, said, by, at);
    }

    public void Forget(DateTime at)
    {
        Reason = Secret.Of("");
        ForgottenAt ??= at;
    }

    private void MustBeOpen()
    {
        if (!IsOpen) { throw new InvalidOperationException("The case is closed."); }
    }

    /// <summary>Whoever sees it for a while helps in it; they do not take it over, nor end it.</summary>
    private void MustBeTheirs(Viewer by)
    {
        if (!IsOpenTo(by)) { throw new InvalidOperationException("The case is open to them for a while only."); }
    }
}

internal enum CaseOutcome { GoalsReached, MovedAway, HandedOn, Declined, NoContact }

/// <summary>How far a case is: computed from its data by the view <c>cases_cards</c>, never typed.</summary>
internal enum Stage { New, Assessed, Planned, InProgress, Closed }
