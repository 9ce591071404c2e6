using Loim.Modules;

namespace Loim.Cases.Referrals;

public sealed record ReferralSent(Guid Referral) : IFact;

/// <summary>The institution has accepted or declined it.</summary>
public sealed record ReferralAnswered(Guid Referral) : IFact;
