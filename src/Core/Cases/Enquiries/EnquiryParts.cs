using Loim.Modules;

namespace Loim.Cases.Enquiries;

/// <summary>One service given in an enquiry, as the figures count it: a row of a view over <see cref="Enquiry.Services"/>.</summary>
[ReadModel]
internal sealed class ServiceGiven
{
    public Guid EnquiryId { get; init; }
    public DateOnly Day { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? PlanLine { get; init; }
    public string? Organisation { get; init; }
    public string Code { get; init; } = "";
}

/// <summary>One topic of an enquiry: a row of a view over <see cref="Enquiry.Topics"/>.</summary>
internal sealed class TopicRaised
{
    public Guid EnquiryId { get; init; }
    public DateOnly Day { get; init; }
    public string? Organisation { get; init; }
    public string Code { get; init; } = "";
}
