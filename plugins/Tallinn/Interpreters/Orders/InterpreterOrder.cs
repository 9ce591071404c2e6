namespace Tallinn.Interpreters.Orders;

public enum OrderState { Requested, Offered, Confirmed, Done, Cancelled }

/// <summary>What is asked for.</summary>
/// <param name="Topic">What it is about, so that the interpreter can prepare.</param>
/// <param name="Minutes">1 to <see cref="InterpreterOrder.MostMinutes"/>.</param>
/// <param name="Languages">Both sides: codes of <see cref="InterpreterOrder.KnownLanguages"/>, or words.</param>
internal sealed record Wanted(string Topic, DateOnly Day, TimeOnly Start, int Minutes, IReadOnlyList<string> Languages, string Place);

/// <summary>One order of an interpreter, for a person of the register or for an event. Its state follows from what is known of it,
/// so that a step that is taken back leaves it where it stood.</summary>
/// <remarks>Source: TLN-10.</remarks>
[Processing("purpose.order", LawfulBasis.PublicTask, "data.order", Receivers = "receivers.interpreter")]
internal sealed class InterpreterOrder
{
    public const int MostMinutes = 600;
    public const long MostCents = 10_000_00;

    /// <summary>Those that have a name in every language of the house; others are written in words.</summary>
    public static readonly IReadOnlyList<string> KnownLanguages = ["et", "en", "ru", "uk", "ar", "fa", "tr", "es", "fr"];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null for an event, and once the person was erased.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>For whom, in words, where it is nobody of the register.</summary>
    public string? Occasion { get; private init; }
    [Special]
    public Secret Topic { get; private set; }
    public DateOnly Day { get; private set; }
    public TimeOnly Start { get; private set; }
    public int Minutes { get; private set; }
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public string Place { get; private set; } = "";
    public Guid OrderedBy { get; private init; }
    public DateTime OrderedAt { get; private init; }
    public OrderState State { get; private set; }

    /// <summary>The interpreter's firm.</summary>
    public string? Provider { get; private set; }
    public long? OfferedCents { get; private set; }
    public Guid? PlanLine { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public int? DoneMinutes { get; private set; }

    /// <summary>As invoiced; it may differ from the offer.</summary>
    public long? CostCents { get; private set; }

    [Special]
    public Secret? CancelReason { get; private set; }

    public static SecretPlace CancelReasonPlace(Guid order) => new("interpreters_orders", nameof(CancelReason), order);

    public static SecretPlace TopicPlace(Guid order) => new("interpreters_orders", nameof(Topic), order);

    /// <exception cref="InvalidOperationException">Another provider serves the person, or nobody asked for their basis of stay.</exception>
    public static InterpreterOrder ForPerson(Guid person, Verdict verdict, Wanted it, Guid by, DateTime at) =>
        verdict == Verdict.Entitled ? New(person, null, it, by, at) : throw new InvalidOperationException($"No interpreter for this person: {verdict}.");

    public static InterpreterOrder ForEvent(string occasion, Wanted it, Guid by, DateTime at) => New(null, occasion, it, by, at);

    /// <summary>Whoever it was for has not been erased.</summary>
    public bool IsKnown => PersonId is not null || Occasion is not null;

    /// <summary>Of an erased person nothing is left to say.</summary>
    public Secret? WhyCancelled => IsKnown ? CancelReason : null;

    /// <summary>Whose its texts are: of nobody known where it is for an event.</summary>
    public Guid About => PersonId ?? Guid.Empty;

    public bool MayChange => State is OrderState.Requested or OrderState.Offered;

    /// <summary>An offer was made for what was asked before: it falls away.</summary>
    public void Change(Wanted it)
    {
        Demand(MayChange);
        (Topic, Day, Start, Minutes, Languages, Place) = (Secret.Of(it.Topic), it.Day, it.Start, it.Minutes, it.Languages, it.Place);
        (Provider, OfferedCents, PlanLine) = (null, null, null);
        Settle();
    }

    /// <summary>A new offer takes the place of the one before.</summary>
    public void Offer(string provider, long cents, Guid? planLine)
    {
        Demand(State is OrderState.Requested or OrderState.Offered);
        (Provider, OfferedCents, PlanLine) = (provider, cents, planLine);
        Settle();
    }

    public void Confirm(DateTime at)
    {
        Demand(State == OrderState.Offered);
        ConfirmedAt = at;
        Settle();
    }

    public bool MayBeDone(DateOnly today) => State == OrderState.Confirmed && Day <= today;

    public void Complete(int minutes, long cents, Guid? planLine, DateOnly today)
    {
        Demand(MayBeDone(today));
        (DoneMinutes, CostCents, PlanLine) = (minutes, cents, planLine);
        Settle();
    }

    public void Cancel(string reason)
    {
        Demand(State is not (OrderState.Done or OrderState.Cancelled));
        CancelReason = Secret.Of(reason);
        Settle();
    }

    public bool MayTakeBack => State is not OrderState.Requested;

    /// <summary>The last step did not happen.</summary>
    public void TakeBack()
    {
        switch (State)
        {
            case OrderState.Cancelled: CancelReason = null; break;
            case OrderState.Done: (DoneMinutes, CostCents) = (null, null); break;
            case OrderState.Confirmed: ConfirmedAt = null; break;
            case OrderState.Offered: (Provider, OfferedCents, PlanLine) = (null, null, null); break;
            default: throw new InvalidOperationException("Nothing was done yet that could be taken back.");
        }
        Settle();
    }

    public void Forget() => (PersonId, Topic, CancelReason) = (null, Secret.Of(""), CancelReason is null ? null : Secret.Of(""));

    private static InterpreterOrder New(Guid? person, string? occasion, Wanted it, Guid by, DateTime at) => new()
    {
        PersonId = person, Occasion = occasion, Topic = Secret.Of(it.Topic), Day = it.Day, Start = it.Start, Minutes = it.Minutes,
        Languages = it.Languages, Place = it.Place, OrderedBy = by, OrderedAt = at,
    };

    private void Settle() => State = CancelReason is not null ? OrderState.Cancelled
        : DoneMinutes is not null ? OrderState.Done
        : ConfirmedAt is not null ? OrderState.Confirmed
        : Provider is not null ? OrderState.Offered : OrderState.Requested;

    private void Demand(bool allowed)
    {
        if (!allowed) { throw new InvalidOperationException($"An order that is {State} does not go this way."); }
    }
}
