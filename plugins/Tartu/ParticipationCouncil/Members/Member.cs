using Tartu.ParticipationCouncil.Councils;

namespace Tartu.ParticipationCouncil.Members;

/// <summary>Somebody with a seat, known by name and address alone and without an account. Outside of the staff's pages
/// nobody learns who it is.</summary>
[Processing("purpose.member", LawfulBasis.Consent, "data.member")]
internal sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Sealed<string> Name { get; set; }

    /// <summary>In lower case.</summary>
    public required Sealed<string> Email { get; set; }

    /// <summary>Of the letters: <c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</summary>
    public required string Language { get; set; }
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; set; }
    public DateTime? ForgottenAt { get; private set; }

    public Term Term => new(From, Until);

    /// <summary>Was taken down wrongly; whoever gave the seat up and is forgotten stays so.</summary>
    public void Correct(Sealed<string> name, Sealed<string> email, string language)
    {
        if (ForgottenAt is null) { (Name, Email, Language) = (name, email, language); }
    }

    /// <summary>The seat is free from the next day on.</summary>
    public void Leave(DateOnly today) => Until = today < Until ? today : Until;

    /// <summary>Stays after all, until the day that is told.</summary>
    public void Stay(DateOnly until) => Until = until > Until ? until : Until;

    public void Forget(DateTime now)
    {
        (Name, Email) = (new(""), new(""));
        ForgottenAt ??= now;
    }
}
