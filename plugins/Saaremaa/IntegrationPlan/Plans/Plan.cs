using Saaremaa.IntegrationPlan.Questions;
using Saaremaa.IntegrationPlan.Steps;

namespace Saaremaa.IntegrationPlan.Plans;

/// <summary>What one person wants to reach and who does what for it. It keeps the version of the questionnaire that it was made with.</summary>
[Processing("purpose.plan", LawfulBasis.PublicTask, "data.plan")]
internal sealed class Plan
{
    public static readonly IReadOnlyList<string> Languages = ["et", "en", "ru", "uk"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null once the person was erased; what was counted stays.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>A version of <see cref="Questionnaire"/>.</summary>
    public int Questions { get; private init; }

    /// <summary>Of the person's own copy.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The account that sat with the person.</summary>
    public Guid MadeBy { get; private init; }
    public DateOnly MadeOn { get; private init; }

    /// <summary>The day on which both look at the plan again.</summary>
    public DateOnly ReviewOn { get; private set; }
    public Guid? PlanLine { get; private init; }

    /// <summary>The day on which the person's copy was last sent.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>The last day on which the link that was sent opens the copy; null: there is none, or it was ended.</summary>
    public DateOnly? LinkUntil { get; private set; }

    /// <exception cref="ArgumentException">There is no such questionnaire, or the review does not lie after the day of making.</exception>
    public static Plan Make(Guid person, int questions, string language, Guid by, DateOnly on, DateOnly review, Guid? planLine)
    {
        if (!Questionnaire.Versions.ContainsKey(questions)) { throw new ArgumentException("There is no such questionnaire.", nameof(questions)); }
        if (review <= on) { throw new ArgumentException("A plan is looked at again after it was made.", nameof(review)); }
        return new() { PersonId = person, Questions = questions, Language = language, MadeBy = by, MadeOn = on, ReviewOn = review, PlanLine = planLine };
    }

    /// <returns>Null where the questionnaire of this plan does not ask it.</returns>
    public Answer? Answer(string question, string text) =>
        Questionnaire.Versions[Questions].Contains(question) ? new() { PlanId = Id, Question = question, Text = Secret.Of(text) } : null;

    public Goal Aim(string text) => new() { PlanId = Id, Text = Secret.Of(text) };

    /// <summary>On the day it was made, by its maker, as long as nothing was added or sent.</summary>
    public bool MayTakeBack(Guid account, DateOnly today, bool hasGoals) => MadeBy == account && MadeOn == today && SentOn is null && !hasGoals;

    public void Send(DateOnly on, DateOnly until) => (SentOn, LinkUntil) = (on, until);

    public void EndLink() => LinkUntil = null;

    public bool HasLink(DateOnly today) => LinkUntil >= today;

    public void ReviewAgain(DateOnly on) => ReviewOn = on;

    public void Forget() => PersonId = null;
}
