namespace Tallinn.IntegrationChamber.Joining;

/// <summary>A community or association that belongs to the chamber; never a person.</summary>
internal sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }

    /// <summary>Its entry among the organisations, where there is one.</summary>
    public Guid? OrganisationId { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; private set; }

    public void Leave(DateOnly today) => Until = today;

    public void Return() => Until = null;
}
