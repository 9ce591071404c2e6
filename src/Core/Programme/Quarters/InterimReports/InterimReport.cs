using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loim.Modules;

namespace Loim.Programme.Quarters.InterimReports;

internal enum ReportState { Submitted, Accepted, Returned, TakenBack }

/// <summary>Who reads a report, in the order in which they do: the implementer, then the authority above it.</summary>
internal enum ReportReader { Implementer, ImplementingBody }

/// <summary>A quarter as it was said when it was submitted, and what became of it. What was said never changes; said anew, it is the
/// next version.</summary>
/// <remarks>Source: ELV-12.</remarks>
internal sealed class InterimReport
{
    private readonly List<ReportAnswer> answers = [];

    private InterimReport() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>First day of the quarter.</summary>
    public DateOnly Quarter { get; private init; }

    public Period Period => Period.Quarter(Quarter.Year, (Quarter.Month + 2) / 3);

    /// <summary>From 1 in each quarter.</summary>
    public int Version { get; private init; }

    /// <summary>The text of a <see cref="QuarterStatement"/>, letter by letter.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>By the house's key, which lies outside of the database, over <see cref="Signed"/>.</summary>
    public string Signature { get; private set; } = "";
    public Guid By { get; private init; }
    public DateTime At { get; private init; }
    public ReportState State { get; private set; }
    public IReadOnlyList<ReportAnswer> Answers => answers;

    /// <summary>It stands: what it says of the quarter in words may not be changed under it.</summary>
    public bool Stands => State is ReportState.Submitted or ReportState.Accepted;

    /// <summary>What is signed.</summary>
    public string Signed => string.Create(CultureInfo.InvariantCulture, $"loim-report {Quarter:yyyy-MM-dd} {Version} {At:yyyy-MM-ddTHH:mm:ssZ} {Hash}");

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <param name="last">The version before this one, or null.</param>
    /// <param name="sign">Gives the signature of a text.</param>
    public static InterimReport Submit(DateOnly quarter, InterimReport? last, string content, Func<string, string> sign, Guid by, DateTime at)
    {
        if (last is { Stands: true }) { throw new InvalidOperationException("The quarter is submitted already."); }
        var made = new InterimReport
        {
            Quarter = quarter, Version = (last?.Version ?? 0) + 1, Content = content, Hash = HashOf(content), By = by,
            // Whole seconds, as they are signed: not every database keeps finer ones.
            At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)),
        };
        made.Signature = sign(made.Signed);
        return made;
    }

    /// <summary>Each reader answers once, and none who comes before one that has accepted it.</summary>
    public bool Awaits(ReportReader reader) => State == ReportState.Submitted || State == ReportState.Accepted && answers.Where(a => a.Kind == ReportState.Accepted).Max(a => a.From) < reader;

    /// <param name="reference">Number of the letter that says so.</param>
    public void Accept(ReportReader reader, DateOnly on, string reference, Guid by, DateTime at) => Answer(ReportState.Accepted, reader, on, reference, by, at);

    public void Return(ReportReader reader, DateOnly on, string reason, Guid by, DateTime at) => Answer(ReportState.Returned, reader, on, reason, by, at);

    /// <summary>By those who submitted it, to say it anew.</summary>
    public void TakeBack(string reason, Guid by, DateTime at)
    {
        if (!Stands) { throw new InvalidOperationException("It is open already."); }
        Add(new(Id, ReportState.TakenBack, null, Days.DayOf(at), reason, by, at));
    }

    private void Answer(ReportState kind, ReportReader reader, DateOnly on, string words, Guid by, DateTime at)
    {
        if (!Awaits(reader)) { throw new InvalidOperationException("It awaits no answer of this reader."); }
        if (on < Days.DayOf(At) || on > Days.DayOf(at)) { throw new ArgumentOutOfRangeException(nameof(on)); }
        Add(new(Id, kind, reader, on, words, by, at));
    }

    private void Add(ReportAnswer answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer.Words);
        answers.Add(answer);
        State = answer.Kind;
    }
}

/// <summary>What became of a submitted report: a row each time, none is changed.</summary>
/// <param name="From">Null where it was taken back.</param>
/// <param name="Words">The reference of an acceptance; else the reason.</param>
internal sealed record ReportAnswer(Guid ReportId, ReportState Kind, ReportReader? From, DateOnly On, string Words, Guid By, DateTime At)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}
