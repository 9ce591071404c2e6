namespace Tallinn.IntegrationChamber.Joining;

/// <summary>A community or association that belongs to the chamber; never a person.</summary>
internal sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Its entry among the organisations, where there is one.</summary>
    public Guid? OrganisationId { get; set; }
    public required DateOnly Since { get; set; }
    public DateOnly? Until { get; private set; }

    /// <summary>It was no member at all. What it said stays its own, and it may be put back.</summary>
    public DateOnly? RemovedOn { get; private set; }

    public bool IsPresent => Until is null && RemovedOn is null;

    /// <summary>A member by this name, however it is written; two of one name would be one community counted twice.</summary>
    public bool IsCalled(string name) => IsPresent && Fold.Text(name) == Fold.Text(Name);

    public void Leave(DateOnly today) => Until = today;

    public void Return() => Until = null;

    public void Remove(DateOnly today) => RemovedOn = today;

    public void PutBack() => RemovedOn = null;
}
