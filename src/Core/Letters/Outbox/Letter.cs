using Loim.Data;
using Loim.Modules;

namespace Loim.Letters.Outbox;

/// <summary>A letter on its way. Once it has left, what it said is forgotten here.</summary>
[Processing("purpose.letter", LawfulBasis.PublicTask, "retention.letter", Receivers = "receivers.mail")]
internal sealed class Letter
{
    public const int MostTries = 12;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? PersonId { get; init; }

    /// <summary>Name of the component that wrote it: <c>RegistrationConfirmed</c>.</summary>
    public required string Kind { get; init; }
    public required string Language { get; init; }
    public required Secret Address { get; init; }
    [Special]
    public Secret? Subject { get; private set; }
    [Special]
    public Secret? Body { get; private set; }
    public required DateTime WrittenAt { get; init; }
    public LetterState State { get; private set; }
    public int Tries { get; private set; }
    public required DateTime NextTryAt { get; set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>What stood in the way last: a <see cref="Outbox.Hindrance"/>, and after a colon what the mail server said, without the address.</summary>
    public string? Trouble { get; private set; }

    public Hindrance? Hindrance => Trouble is null ? null : Enum.TryParse<Hindrance>(Trouble.Split(':')[0], out var known) ? known : Outbox.Hindrance.Refused;

    public static SecretPlace Place(string column, Guid letter) => new("letters_letters", column, letter);

    public void Say(string subject, string body) => (Subject, Body) = (Secret.Of(subject), Secret.Of(body));

    public void Leave(DateTime now)
    {
        (State, SentAt, Trouble) = (LetterState.Sent, now, null);
        Tries++;
        (Subject, Body) = (null, null);
    }

    /// <summary>Later again: after 1, 2, 4 … minutes, at most six hours; at last it stays for somebody to look at.</summary>
    public void Fail(Hindrance hindrance, string? said, DateTime now)
    {
        Tries++;
        Trouble = said is null ? hindrance.ToString() : $"{hindrance}: {said}";
        var pause = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Tries - 1, 10)));
        NextTryAt = now + (pause < LongestPause ? pause : LongestPause);
        if (Tries >= MostTries) { State = LetterState.Failed; }
    }

    public void TryAgain(DateTime now)
    {
        if (State != LetterState.Failed && State != LetterState.Waiting) { throw new InvalidOperationException("Only a letter that has not left can be tried again."); }
        (State, Tries, NextTryAt) = (LetterState.Waiting, 0, now);
    }
}

/// <summary>Why a letter has not left; texts <c>trouble.*</c>.</summary>
internal enum Hindrance { Refused, NoAnswer, WrongAddress, Unreadable }

internal enum LetterState { Waiting, Sent, Failed }
