using Loim.Access;
using Loim.Cases.Casework;
using Loim.Data;
using Loim.Modules;

namespace Loim.Cases.Assessments;

/// <summary>What is asked about in a needs assessment.</summary>
internal enum LifeDomain { Language, Housing, Work, Education, Health, Money, Documents, Family, Digital, Ties }

/// <summary>Needs on one day, by life domain: 0 cannot do without help, 4 manages alone. Asked again as they change.</summary>
/// <remarks>Source: RKV-07, SRM-06.</remarks>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Assessment
{
    public const int Highest = 4;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid By { get; init; }
    public required string ByName { get; init; }
    [Special]
    public Secret? Remark { get; private set; }
    public List<Rating> Ratings { get; } = [];

    public static SecretPlace RemarkPlace(Guid id) => new("cases_assessments", nameof(Remark), id);

    public static Assessment Of(Case about, IReadOnlyDictionary<LifeDomain, int> scores, string? remark, Viewer by, DateOnly day)
    {
        if (scores.Count == 0) { throw new ArgumentException("At least one domain.", nameof(scores)); }
        if (scores.Values.Any(s => s is < 0 or > Highest)) { throw new ArgumentOutOfRangeException(nameof(scores)); }
        ArgumentOutOfRangeException.ThrowIfLessThan(day, about.OpenedOn);
        var assessment = new Assessment
        {
            CaseId = about.Id, PersonId = about.PersonId, Day = day, By = by.Account, ByName = by.Name,
            Remark = remark is null ? null : Secret.Of(remark),
        };
        assessment.Ratings.AddRange(scores.Select(s => new Rating { CaseId = about.Id, Domain = s.Key, Score = s.Value }));
        return assessment;
    }

    /// <summary>The latest one of a case, as long as that is open.</summary>
    public bool MayBeTakenBackBy(Viewer viewer) => By == viewer.Account;

    public void Forget() => Remark = null;
}

/// <summary>One domain in one assessment. A domain that was not asked about has none.</summary>
[Processing("purpose.casework", LawfulBasis.PublicTask, "retention.case")]
internal sealed class Rating
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AssessmentId { get; private set; }
    public required Guid CaseId { get; init; }
    [Special]
    public required LifeDomain Domain { get; init; }
    [Special]
    public required int Score { get; init; }
}

/// <summary>A domain that was rated higher than the time before: a row of the view <c>cases_improvements</c>.</summary>
[ReadModel]
internal sealed class Improvement
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid PersonId { get; init; }
    public DateOnly Day { get; init; }
    public string Domain { get; init; } = "";
}
