namespace Tallinn.IntegrationChamber.Joining;

/// <summary>A community asks to join. The contact is kept until it is decided, and no longer.</summary>
[Processing("purpose.request", LawfulBasis.Consent, "data.request")]
internal sealed class JoinRequest
{
    /// <summary>More than these waiting are no communities but a machine.</summary>
    public const int MostWaiting = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime ArrivedAt { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }

    /// <summary>Telephone or e-mail of whoever asks.</summary>
    public required Secret Contact { get; set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? MemberId { get; private set; }

    public static SecretPlace ContactPlace(Guid request) => new("integration_chamber_join_requests", nameof(Contact), request);

    /// <returns>Null when it was decided already.</returns>
    public Member? Welcome(Guid? organisation, DateTime at)
    {
        if (DecidedAt is not null) { return null; }
        var member = new Member { Name = Name, OrganisationId = organisation, Since = Days.DayOf(at) };
        MemberId = member.Id;
        Decide(at);
        return member;
    }

    public void Decline(DateTime at)
    {
        if (DecidedAt is null) { Decide(at); }
    }

    private void Decide(DateTime at) => (DecidedAt, Contact) = (at, Secret.Of(""));
}
