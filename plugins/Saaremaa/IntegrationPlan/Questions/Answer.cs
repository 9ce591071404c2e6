namespace Saaremaa.IntegrationPlan.Questions;

/// <summary>What the person said to one question, in their own words.</summary>
[Processing("purpose.plan", LawfulBasis.PublicTask, "data.plan")]
internal sealed class Answer
{
    public const int Longest = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }

    /// <summary>Key of the question.</summary>
    public required string Question { get; init; }
    [Special]
    public required Secret Text { get; set; }

    public static SecretPlace Place(Guid id) => new("integration_plan_answers", nameof(Text), id);
}
