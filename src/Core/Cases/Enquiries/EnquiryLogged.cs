using Loim.Modules;

namespace Loim.Cases.Enquiries;

public sealed record EnquiryLogged(Guid Enquiry, Guid? Person) : IFact;

/// <summary>Taken back by the one who logged it, on the same day.</summary>
public sealed record EnquiryTakenBack(Guid Enquiry) : IFact;
