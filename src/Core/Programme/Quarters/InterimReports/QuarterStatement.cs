using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Loim.Programme.Quarters.InterimReports;

/// <summary>Everything that a quarter's report states, in sums and words and with nobody's name. Its text is the same for the same
/// data, whatever the language of whoever asks for it.</summary>
/// <param name="Form">By this a reader knows what it is; another number where the text is made otherwise.</param>
/// <param name="EuropeanShare">Per cent.</param>
/// <param name="Lines">In the order of print.</param>
/// <param name="Figures">By their codes.</param>
internal sealed record QuarterStatement(string Form, string Owner, string Quarter, int EuropeanShare, IReadOnlyList<StatedLine> Lines, IReadOnlyList<StatedFigure> Figures)
{
    private const string First = "loim-quarter-1";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonIgnore]
    public IEnumerable<StatedLine> Leaves => Lines.Where(l => !l.IsGroup);

    public static QuarterStatement Of(QuarterReport report, string owner, int europeanShare) => new(First, owner, report.Quarter.ToString(), europeanShare,
        [.. report.Rows.Select(r => new StatedLine(r.Line.Id, r.Line.Code, r.Line.TitleEt, r.Line.IsGroup, r.Money.Planned, r.Money.Committed, r.Spent, r.Money.Paid, r.Story?.Text))],
        [.. report.Figures.OrderBy(f => f.Code, StringComparer.Ordinal).Select(f => new StatedFigure(f.Module.Id, f.Code, f.Value, f.HasFailed,
            [.. f.ByLine.Where(part => part.Value > 0).OrderBy(part => part.Key).Select(part => new StatedWork(part.Key, part.Value))]))]);

    public string Text() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <returns>Null where the text is no statement of a quarter.</returns>
    public static QuarterStatement? Read(string text)
    {
        try { return JsonSerializer.Deserialize<QuarterStatement>(text, Json) is { Form: First, Lines: not null, Figures: not null } read ? read : null; }
        catch (JsonException) { return null; }
    }
}

/// <param name="Key">The line's own key; codes repeat in print.</param>
/// <param name="Title">As the order prints it.</param>
/// <param name="Planned">Cents, as all money here.</param>
/// <param name="Committed">Bound and not yet paid at the quarter's end.</param>
/// <param name="Spent">Paid within the quarter.</param>
/// <param name="Paid">Paid from the year's start to the quarter's end.</param>
/// <param name="Story">Null where nothing was written.</param>
internal sealed record StatedLine(Guid Key, string Code, string Title, bool IsGroup, long Planned, long Committed, long Spent, long Paid, string? Story)
{
    [JsonIgnore]
    public IEnumerable<string> Paragraphs => (Story ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Value">Null where there was nothing to average, or it could not be computed.</param>
internal sealed record StatedFigure(string Module, string Code, long? Value, bool HasFailed, IReadOnlyList<StatedWork> ByLine);

/// <param name="Line">The empty key stands for work on no line.</param>
internal sealed record StatedWork(Guid Line, long Value);
