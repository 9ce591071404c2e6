namespace Loim.Cases.Enquiries;

/// <summary>One service given in an enquiry: what the figures count.</summary>
internal sealed class EnquiryService
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EnquiryId { get; init; }
    public Enquiry? Enquiry { get; init; }
    public required string Code { get; init; }
}

/// <summary>What an enquiry was about.</summary>
internal sealed class EnquiryTopic
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EnquiryId { get; init; }
    public Enquiry? Enquiry { get; init; }
    public required string Code { get; init; }
}
