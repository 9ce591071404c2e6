using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil.Proposals;

internal enum Decision { Accepted, AcceptedInPart, Declined }

/// <summary>What a member proposes, the city's reasoned answer, and what became of it.</summary>
[Processing("purpose.member", LawfulBasis.Consent, "data.member")]
internal sealed class Proposal : Translated
{
    public const int LongestTitle = 160, LongestText = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>Who made it; no page but the staff's and the member's own tells.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Within the council, from 1.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DateOnly MadeOn { get; init; }

    /// <summary>The last day for the answer.</summary>
    public required DateOnly AnswerDueOn { get; init; }

    /// <summary>Staff have read that it names nobody; from then on everybody reads it.</summary>
    public DateOnly? PublishedOn { get; private set; }
    public Decision? Decision { get; private set; }
    public string? Reasons { get; private set; }

    /// <summary>Of the reasons: the member may have written in another.</summary>
    public string ReasonsLanguage { get; private set; } = "et";
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>What was decided is done.</summary>
    public bool IsDone { get; private set; }
    public List<ProgressStep> Steps { get; private init; } = [];

    public bool IsLate(DateOnly today) => AnsweredOn is null && AnswerDueOn < today;

    public void Publish(DateOnly? day) => PublishedOn = day;

    /// <summary>The first answer has its day; a correction keeps it.</summary>
    /// <returns>Whether this is the first answer.</returns>
    public bool Answer(Decision decision, string reasons, string language, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reasons)) { throw new ArgumentException("An answer has reasons.", nameof(reasons)); }
        var isFirst = AnsweredOn is null;
        (Decision, Reasons, ReasonsLanguage, AnsweredOn) = (decision, reasons, language, AnsweredOn ?? today);
        return isFirst;
    }

    /// <returns>The step to be added, or null: what is not answered or was declined does not progress.</returns>
    public ProgressStep? Progress(DateOnly day, string text, string language, bool isDone)
    {
        if (Decision is null or Proposals.Decision.Declined) { return null; }
        IsDone = isDone;
        return new() { ProposalId = Id, Day = day, Text = text, Language = language };
    }

    public Told TitleIn(string reader) => Tell(nameof(Title), Title, reader);

    public Told TextIn(string reader) => Tell(nameof(Text), Text, reader);

    public Told? ReasonsIn(string reader) => Reasons is null ? null : Tell(nameof(Reasons), Reasons, ReasonsLanguage, reader);

    /// <summary>The one who made it may take it back until it is answered.</summary>
    public bool MayBeTakenBack(Guid member) => MemberId == member && AnsweredOn is null;
}

/// <summary>What was done of a proposal on a day.</summary>
[Processing("purpose.member", LawfulBasis.Consent, "data.member")]
internal sealed class ProgressStep : Translated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProposalId { get; init; }
    public required DateOnly Day { get; init; }
    public required string Text { get; init; }

    public Told TextIn(string reader) => Tell(nameof(Text), Text, reader);
}
