namespace Loim.Network.Cooperation;

/// <summary>Organisations that work together: specialists, associations, a council in the making.</summary>
/// <remarks>Source: ALL-04.</remarks>
internal sealed class CooperationNetwork
{
    private readonly List<NetworkMember> members = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string? Purpose { get; set; }
    public NetworkState State { get; set; }
    public DateOnly? FoundedOn { get; set; }

    /// <summary>0: by quarters.</summary>
    public int TimesAYear { get; private set; }
    public IReadOnlyList<int> PausedQuarters { get; private set; } = [];
    public Guid? PlanLine { get; set; }
    public IReadOnlyList<NetworkMember> Members => members;

    public Cadence Cadence
    {
        get => new(TimesAYear, PausedQuarters);
        set => (TimesAYear, PausedQuarters) = (value.TimesAYear, value.PausedQuarters);
    }

    /// <summary>It asks for meetings: a planned or dormant one does not.</summary>
    public bool Meets => State is NetworkState.Pilot or NetworkState.Created;

    public void Join(Guid organisation, string? role, DateOnly since)
    {
        if (members.Exists(m => m.OrganisationId == organisation && m.Until is null)) { return; }
        members.Add(new NetworkMember { OrganisationId = organisation, Role = role, Since = since });
    }

    public void Leave(Guid organisation, DateOnly until)
    {
        if (members.Find(m => m.OrganisationId == organisation && m.Until is null) is { } member) { member.Until = until; }
    }
}

internal sealed class NetworkMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid NetworkId { get; init; }
    public required Guid OrganisationId { get; init; }
    public string? Role { get; init; }
    public required DateOnly Since { get; init; }
    public DateOnly? Until { get; set; }
}

internal enum NetworkState { Planned, Pilot, Created, Dormant }
