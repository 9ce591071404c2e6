namespace Saaremaa.IntegrationPlan.Steps;

/// <summary>What the person wants to reach; steps lead there.</summary>
[Processing("purpose.plan", LawfulBasis.PublicTask, "data.plan")]
internal sealed class Goal
{
    public const int Longest = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    [Special]
    public required Secret Text { get; set; }

    public static SecretPlace Place(Guid id) => new("integration_plan_goals", nameof(Text), id);

    public Step Take(string text, Doer doer, DateOnly due) => new() { PlanId = PlanId, GoalId = Id, Text = Secret.Of(text), Doer = doer, DueOn = due };
}
