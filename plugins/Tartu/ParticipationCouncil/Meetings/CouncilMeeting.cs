using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil.Meetings;

/// <summary>One sitting of a council: what it is about, and later what came out of it. Everybody may read both.</summary>
internal sealed class CouncilMeeting : Translated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required DateOnly Day { get; set; }
    public required TimeOnly Start { get; set; }
    public required string Place { get; set; }
    public required string Agenda { get; set; }

    /// <summary>Null until it was held.</summary>
    public string? Outcome { get; set; }
    public Guid? PlanLine { get; set; }

    /// <summary>It will not be, or was not; members and public see that.</summary>
    public bool IsCancelled { get; set; }

    public Told PlaceIn(string reader) => Tell(nameof(Place), Place, reader);

    /// <summary>What came out of it, and until then what it is about.</summary>
    public Told AboutIn(string reader) => Outcome is null ? Tell(nameof(Agenda), Agenda, reader) : Tell(nameof(Outcome), Outcome, reader);
}
