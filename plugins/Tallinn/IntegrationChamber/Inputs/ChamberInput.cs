namespace Tallinn.IntegrationChamber.Inputs;

public enum Outcome { Open, Changed, NotPossible }

/// <summary>What a community brought up, and what changed because of it. Persons are not named in it.</summary>
public sealed class ChamberInput
{
    public const int Longest = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly ReceivedOn { get; set; }

    /// <summary>Who brought it up; not shown to the public.</summary>
    public Guid? MemberId { get; set; }
    public required string Text { get; set; }
    public Outcome Outcome { get; private set; }

    /// <summary>What changed, or why nothing can.</summary>
    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Shown to everybody; somebody made sure that nobody is named in it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Nobody said it after all: it is shown and counted nowhere, and may be put back.</summary>
    public DateOnly? TakenBackOn { get; private set; }

    public void TakeBack(DateOnly today) => TakenBackOn = today;

    public void PutBack() => TakenBackOn = null;

    public void Settle(Outcome outcome, string? answer, DateOnly today)
    {
        if (outcome != Outcome.Open && string.IsNullOrWhiteSpace(answer)) { throw new ArgumentException("An outcome is said in words.", nameof(answer)); }
        var settled = outcome != Outcome.Open;
        (Outcome, Answer, AnsweredOn) = (outcome, settled ? answer : null, settled ? AnsweredOn ?? today : null);
    }
}
