namespace Saaremaa.IntegrationPlan.Steps;

/// <summary>Who does a step.</summary>
internal enum Doer { Person, Municipality, Partner }

/// <summary>One thing to do by a day.</summary>
[Processing("purpose.plan", LawfulBasis.PublicTask, "data.plan")]
internal sealed class Step
{
    public const int Longest = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required Guid GoalId { get; init; }
    [Special]
    public required Secret Text { get; set; }
    public required Doer Doer { get; set; }
    public required DateOnly DueOn { get; set; }
    public DateOnly? DoneOn { get; private set; }

    public static SecretPlace Place(Guid id) => new("integration_plan_steps", nameof(Text), id);

    public bool IsOverdue(DateOnly today) => DoneOn is null && DueOn < today;

    /// <summary>The first day counts: a step that is done twice was done then.</summary>
    public void Done(DateOnly on) => DoneOn ??= on;

    public void Reopen() => DoneOn = null;
}
