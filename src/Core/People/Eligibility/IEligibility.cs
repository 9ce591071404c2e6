namespace Loim.People;

/// <summary>Whether a person may get a service on the day it is given. It answers and gives the reason; whether to go on is
/// for whoever serves to decide, and an exception with a reason can be recorded on the person's page.</summary>
/// <remarks>Source: ALL-01.</remarks>
public interface IEligibility
{
    /// <param name="rule">Null: adults of all three groups, as the programme says.</param>
    Task<EligibilityVerdict> Of(Guid person, DateOnly on, EligibilityRule? rule = null);
}

/// <param name="FromAge">Full years on the day of the service.</param>
/// <param name="Groups">Null: all.</param>
public sealed record EligibilityRule(int FromAge = 18, IReadOnlyCollection<TargetGroup>? Groups = null);

/// <param name="From">The day from which the person is old enough, where age is the reason.</param>
public sealed record EligibilityVerdict(EligibilityReason Reason, DateOnly? From = null)
{
    public bool IsEligible => Reason is EligibilityReason.Eligible or EligibilityReason.Exception;
}

public enum EligibilityReason
{
    Eligible,

    /// <summary>Not by the rule, but an exception stands on that day.</summary>
    Exception,

    /// <summary>Neither birth date nor personal code is on record, or it lies after the day of the service.</summary>
    AgeUnknown,
    TooYoung,
    OtherGroup,

    /// <summary>Nobody of this id is on record.</summary>
    Nobody,
}
