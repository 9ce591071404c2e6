namespace Tartu.ServiceCentre.Counting;

/// <summary>One service as the figures count it, given in a visit or by a key: a row of the view <c>service_centre_given</c>.</summary>
[ReadModel]
internal sealed class GivenService
{
    public Guid Id { get; init; }

    /// <summary>Null for what was tallied by a key.</summary>
    public Guid? VisitId { get; init; }
    public DateOnly Day { get; init; }
    public int Hour { get; init; }
    public string? Organisation { get; init; }
    public bool IsJoint { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? PlanLine { get; init; }
    public string Code { get; init; } = "";
}
