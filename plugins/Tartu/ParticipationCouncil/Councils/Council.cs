using Tartu.ParticipationCouncil.Wordings;

namespace Tartu.ParticipationCouncil.Councils;

/// <summary>In their order.</summary>
internal enum Phase { Preparing, Calling, Deliberating, Answering, Ended }

/// <summary>One council for one term. Whether a piloted one was created is the city's decision, with a day of its own.</summary>
internal sealed class Council : Translated
{
    public const int MostSeats = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>What it is asked, for everybody to read.</summary>
    public required string Purpose { get; set; }
    public required int Seats { get; set; }

    /// <summary>First and last day of the term.</summary>
    public required DateOnly From { get; set; }
    public required DateOnly Until { get; set; }
    public DateOnly? CreatedOn { get; set; }
    public string? Evaluation { get; set; }
    public Phase Phase { get; private set; }

    public bool TakesProposals => Phase == Phase.Deliberating;

    /// <summary>Goes on by one phase; it does not end before every proposal is answered.</summary>
    public bool Advance(int unanswered)
    {
        if (Phase == Phase.Ended || Phase == Phase.Answering && unanswered > 0) { return false; }
        Phase++;
        return true;
    }

    public void StepBack() => Phase = Phase == Phase.Preparing ? Phase.Preparing : Phase - 1;

    /// <summary>Whether a seat is free on every day of the term, beside those who have theirs.</summary>
    public bool HasSeat(Term wanted, IReadOnlyCollection<Term> taken) =>
        taken.Select(t => t.From).Append(wanted.From).Where(wanted.Has).All(day => taken.Count(t => t.Has(day)) < Seats);

    public Told NameIn(string reader) => Tell(nameof(Name), Name, reader);

    public Told PurposeIn(string reader) => Tell(nameof(Purpose), Purpose, reader);

    public Told? EvaluationIn(string reader) => Evaluation is null ? null : Tell(nameof(Evaluation), Evaluation, reader);

    public bool Covers(Term term) => From <= term.From && term.From <= term.Until && term.Until <= Until;
}

/// <summary>First and last day of somebody's seat.</summary>
internal readonly record struct Term(DateOnly From, DateOnly Until)
{
    public bool Has(DateOnly day) => From <= day && day <= Until;
}
