using Loim.Data;
using Loim.Modules;
using Loim.People;

namespace Loim.Cases.Enquiries;

/// <summary>One visit, call or letter: a person, named or not, and the services given; each service counts.</summary>
/// <remarks>Source: JHV-01, KJV-03, TRT-05.</remarks>
[Processing("purpose.enquiry", LawfulBasis.PublicTask, "retention.enquiry")]
internal sealed class Enquiry
{
    public const int MostMinutes = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateOnly Day { get; private set; }
    public required DateTime LoggedAt { get; init; }
    public Channel Channel { get; private set; }

    /// <summary>Null where only a tally was kept.</summary>
    public SpokenLanguage? Language { get; private set; }

    /// <summary>Null where only a tally was kept.</summary>
    public int? Minutes { get; private set; }
    public Outcome Outcome { get; private set; }

    /// <summary>The institution one was referred to, in words.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Null: nobody asked for the name.</summary>
    public Guid? PersonId { get; private set; }
    [Special]
    public Secret? Note { get; private set; }
    public Guid? PlanLine { get; private set; }

    /// <summary>The request for help that it was logged of, by the module in which it came; that letter goes before the enquiry does.</summary>
    public Guid? RequestId { get; init; }
    public required Guid LoggedBy { get; init; }
    public required string LoggedByName { get; init; }

    /// <summary>Of the one who logged it; an enquiry of an organisation is seen by its own staff.</summary>
    public string? Organisation { get; init; }

    /// <summary>Codes of <see cref="Enquiries.Services"/>: each counts.</summary>
    public IReadOnlyList<string> Services { get; private set; } = [];

    /// <summary>Codes of <see cref="Enquiries.Topics"/>.</summary>
    [Special]
    public IReadOnlyList<string> Topics { get; private set; } = [];

    public static SecretPlace NotePlace(Guid enquiry) => new("cases_enquiries", nameof(Note), enquiry);

    public void Say(EnquiryAnswers said, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(said.Day, today);
        if (said.Minutes is < 1 or > MostMinutes) { throw new ArgumentOutOfRangeException(nameof(said), said.Minutes, "Minutes."); }
        if (said.Services.Count == 0) { throw new ArgumentException("At least one service.", nameof(said)); }
        (Day, Channel, Language, Minutes, Outcome) = (said.Day, said.Channel, said.Language, said.Minutes, said.Outcome);
        SentTo = said.Outcome == Outcome.Referred ? said.SentTo : null;
        (PersonId, PlanLine) = (said.Person, said.PlanLine);
        Note = said.Note is { } note ? Secret.Of(note) : null;
        (Services, Topics) = ([.. said.Services.Distinct()], [.. said.Topics.Distinct()]);
    }

    /// <summary>Whoever logged it may set it right or take it back on the same day.</summary>
    public bool IsFresh(Guid account, DateOnly today) => LoggedBy == account && Days.DayOf(LoggedAt) == today;

    public void Forget() => (Note, SentTo) = (null, null);
}

/// <summary>What was said of an enquiry, when it was logged or set right later.</summary>
internal sealed record EnquiryAnswers
{
    public required DateOnly Day { get; init; }
    public required Channel Channel { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>Codes of <see cref="Services"/>.</summary>
    public required IReadOnlyCollection<string> Services { get; init; }

    /// <summary>Codes of <see cref="Enquiries.Topics"/>.</summary>
    public IReadOnlyCollection<string> Topics { get; init; } = [];
    public SpokenLanguage? Language { get; init; }
    public int? Minutes { get; init; }
    public string? SentTo { get; init; }
    public Guid? Person { get; init; }
    public Guid? PlanLine { get; init; }
    public string? Note { get; init; }
}

internal enum Channel { Desk, Phone, Email, Event }

internal enum Outcome { Solved, Referred, Continues }
