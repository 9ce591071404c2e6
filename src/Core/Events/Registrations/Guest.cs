using Loim.Data;
using Loim.Modules;

namespace Loim.Events.Registrations;

internal enum Age { Adult, Child, SmallChild }

/// <summary>One of those who come.</summary>
[Processing("purpose.registration", LawfulBasis.Consent, "retention.registration", Receivers = "receivers.organiser")]
internal sealed class Guest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RegistrationId { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>As the form had them: whoever registered comes first.</summary>
    public required int Number { get; init; }
    public required Sealed<string> Name { get; set; }
    public required Age Age { get; init; }

    /// <summary>Blind index of contact and name: tells who came again, and nothing else. Dropped after a year.</summary>
    [Processing("purpose.returning", LawfulBasis.Consent, "retention.returning")]
    public string? Who { get; set; }
    public bool Attended { get; private set; }

    /// <summary>They had been to an event before this one.</summary>
    public bool Returned { get; private set; }

    public void Attend(bool attended, bool returned) => (Attended, Returned) = (attended, attended && returned);

    public void Forget() => Name = new("");

    public void ForgetWho() => Who = null;
}
