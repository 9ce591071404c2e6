using System.Linq.Expressions;
using Loim.Data;
using Loim.Modules;

namespace Loim.Events.Registrations;

internal enum RegistrationState { Seated, Waiting, Cancelled }

/// <summary>A person or a family who want to come to one event. All of them have seats, or none.</summary>
[Processing("purpose.registration", LawfulBasis.Consent, "retention.registration", Receivers = "receivers.organiser")]
internal sealed class Registration
{
    public const int MostPeople = 8;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EventId { get; init; }

    /// <summary>Its place in the order in which registrations came; never given twice.</summary>
    public required int Number { get; init; }

    /// <summary>Of the form that was filled: pressing its button twice registers once.</summary>
    public required Guid Ticket { get; init; }

    /// <summary>The person of the register, where staff registered them.</summary>
    public Guid? PersonId { get; init; }
    public RegistrationState State { get; private set; } = RegistrationState.Waiting;

    /// <summary>As many as there are guests, and the same when they are forgotten.</summary>
    public int Seats { get; private set; }
    public Sealed<string>? Email { get; private set; }
    public Sealed<string>? Phone { get; private set; }

    /// <summary>Of the letters.</summary>
    public required string Language { get; init; }

    /// <summary>Codes of <see cref="Registrations.Needs"/>.</summary>
    [Special]
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>They have lived here long, and come to share.</summary>
    public bool AreLocals { get; init; }
    public required DateTime RegisteredAt { get; init; }

    /// <summary>Written to before the event; once, and once more when it has moved since.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Asked what they thought: once, whenever the list first says that one of them was there.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>What they are to be told by telephone, for want of an e-mail address.</summary>
    public PlaceNews? ToCall { get; private set; }

    /// <summary>Names and contacts are deleted; what is counted stays.</summary>
    public DateTime? ForgottenAt { get; private set; }
    public List<Guest> Guests { get; private set; } = [];

    public static Registration Of(Guid it, int number, NewRegistration asked, DateTime now, BlindIndex index)
    {
        if (asked.People.Count is 0 or > MostPeople) { throw new ArgumentOutOfRangeException(nameof(asked), asked.People.Count, "People."); }
        var registration = new Registration
        {
            EventId = it, Number = number, Ticket = asked.Ticket, PersonId = asked.Person, Language = asked.Language, AreLocals = asked.AreLocals, RegisteredAt = now,
        };
        (registration.Email, registration.Phone, registration.Needs) = (Close(asked.Email), Close(asked.Phone), asked.Needs);
        var contact = asked.Email ?? asked.Phone ?? "";
        registration.Guests = [.. asked.People.Select((p, i) => new Guest
        {
            RegistrationId = registration.Id, EventId = it, Number = i + 1, Name = new(p.Name), Age = p.Age, Who = index.Of($"guest\n{Fold.Text(contact)}\n{Fold.Text(p.Name)}"),
        })];
        registration.Seats = registration.Guests.Count;
        return registration;
    }

    public bool IsOneOf(IReadOnlyCollection<Guid> persons) => PersonId is { } person && persons.Contains(person);

    public bool MayReturn => State == RegistrationState.Cancelled && Seats > 0;

    public void Seat() => State = RegistrationState.Seated;

    public void Remind(DateTime now) => RemindedAt = now;

    public void RemindAgain() => RemindedAt = null;

    public void Ask(DateTime now) => AskedAt = now;

    public static Expression<Func<Registration, bool>> WaitsForCall { get; } = r => r.ToCall != null && r.State != RegistrationState.Cancelled;

    /// <summary>Later news stands for what was to be said before.</summary>
    public void Call(PlaceNews news) => ToCall = news;

    public void Called() => ToCall = null;

    public void Cancel() => State = RegistrationState.Cancelled;

    /// <summary>Cancelled by mistake: they wait again, at their old place in the order.</summary>
    public void Return()
    {
        if (!MayReturn) { throw new InvalidOperationException($"Registration {Id} is {State}, of {Seats} seats."); }
        State = RegistrationState.Waiting;
    }

    /// <summary>Some of them stay at home; nobody left is a cancelled registration.</summary>
    public void Come(IReadOnlyCollection<Guid> coming, IReadOnlyList<string> needs)
    {
        Needs = needs;
        Guests.RemoveAll(g => !coming.Contains(g.Id));
        Seats = Guests.Count;
        if (Seats == 0) { Cancel(); }
    }

    public void Forget(DateTime now)
    {
        (Email, Phone, Needs, ToCall) = (null, null, [], null);
        foreach (var guest in Guests) { guest.Forget(); }
        ForgottenAt ??= now;
    }

    private static Sealed<string>? Close(string? text) => text is null ? null : new Sealed<string>(text);
}

internal sealed record NewRegistration(Guid Ticket, IReadOnlyList<NewGuest> People, string Language)
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Needs { get; init; } = [];
    public bool AreLocals { get; init; }
    public Guid? Person { get; init; }
}

internal sealed record NewGuest(string Name, Age Age);

/// <summary>What somebody may need in order to come.</summary>
internal static class Needs
{
    public static IReadOnlyList<string> All { get; } = ["child-care", "interpreter", "access", "transport"];
}
