using Loim.Web.Forms;

namespace Loim.Cases.Assessments;

/// <summary>One answer a domain, 0 to 4; what was not asked about is left empty.</summary>
internal sealed class AssessmentForm : FormModel
{
    public AssessmentForm() => Scores =
    [
        (LifeDomain.Language, Language), (LifeDomain.Housing, Housing), (LifeDomain.Work, Work), (LifeDomain.Education, Education), (LifeDomain.Health, Health),
        (LifeDomain.Money, Money), (LifeDomain.Documents, Documents), (LifeDomain.Family, Family), (LifeDomain.Digital, Digital), (LifeDomain.Ties, Ties),
    ];

    public ChoiceField Language { get; } = Scale();
    public ChoiceField Housing { get; } = Scale();
    public ChoiceField Work { get; } = Scale();
    public ChoiceField Education { get; } = Scale();
    public ChoiceField Health { get; } = Scale();
    public ChoiceField Money { get; } = Scale();
    public ChoiceField Documents { get; } = Scale();
    public ChoiceField Family { get; } = Scale();
    public ChoiceField Digital { get; } = Scale();
    public ChoiceField Ties { get; } = Scale();
    public DateField Day { get; } = new() { Required = true };
    public TextField Remark { get; } = new() { Max = 2000 };

    public IReadOnlyList<(LifeDomain Domain, ChoiceField Field)> Scores { get; }

    public Dictionary<LifeDomain, int> Given => Scores.Where(s => s.Field.Value is not null).ToDictionary(s => s.Domain, s => s.Field.Value![0] - '0');

    /// <summary>Nothing is an answer too: what stood there before was not talked about this time.</summary>
    private static ChoiceField Scale() => new() { Options = [.. Enumerable.Range(0, Assessment.Highest + 1).Select(n => new Option($"{n}", $"{n}")), .. Option.Of([("", "assess.unasked")])] };
}
