using Loim.Data;
using Loim.Modules;

namespace Loim.PublicSite.Help;

/// <summary>Somebody asks for help in their own words. Taken by one of the staff; kept no longer than it takes to answer.</summary>
[Processing("purpose.help", LawfulBasis.PublicTask, "retention.help")]
internal sealed class HelpRequest
{
    /// <summary>So long a letter stays after its answer.</summary>
    public static readonly TimeSpan KeptAnswered = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime ArrivedAt { get; init; }

    /// <summary>In which they want the answer.</summary>
    public required string Language { get; init; }

    /// <summary>Telephone or e-mail.</summary>
    public required Secret Contact { get; init; }
    [Special]
    public required Secret Text { get; init; }
    public Guid? TakenBy { get; private set; }
    public string? TakenByName { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    public static SecretPlace Place(string column, Guid request) => new("public_site_help_requests", column, request);

    /// <returns>False when somebody else was quicker.</returns>
    public bool Take(Guid account, string name)
    {
        if (TakenBy is not null && TakenBy != account) { return false; }
        (TakenBy, TakenByName) = (account, name);
        return true;
    }

    public void Return() => (TakenBy, TakenByName) = (null, null);

    public void Answer(DateTime now) => AnsweredAt ??= now;

    /// <summary>Marked by mistake: it waits for an answer again, from whoever took it.</summary>
    public void TakeAnswerBack() => AnsweredAt = null;
}
