using Saaremaa.NewcomerRegister.Weeks;

namespace Saaremaa.NewcomerRegister.Entries;

/// <summary>On what ground the contact is kept: GDPR article 6(1)(a) or (e).</summary>
public enum LegalBasis { Consent, PublicTask }

/// <summary>How to reach one newcomer, why it may be kept, and until when.</summary>
[Processing("purpose.contact", LawfulBasis.PublicTask, "data.task")]
internal sealed class Entry
{
    public const int LongestContact = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }

    /// <summary>Telephone, e-mail or account, as the person wishes to be reached.</summary>
    public required Sealed<string> Contact { get; set; }
    public required LegalBasis Basis { get; set; }
    public required DateOnly AddedOn { get; init; }
    public DateOnly ConfirmedOn { get; private set; }

    /// <summary>The confirmation before the last one, so that a slip can be taken back on its day.</summary>
    public DateOnly? ConfirmedBefore { get; private set; }

    /// <summary>The day by which it must be gone, unless it is confirmed before.</summary>
    public DateOnly DeleteOn { get; private set; }

    /// <summary>Deleted by hand; it can be taken back until that week ends, and then the row goes.</summary>
    public DateOnly? DeletedOn { get; private set; }

    public static Entry Open(Guid person, string contact, LegalBasis basis, DateOnly on, NewcomerRegisterSettings settings)
    {
        var entry = new Entry { PersonId = person, Contact = new(contact), Basis = basis, AddedOn = on };
        entry.Confirm(on, settings);
        return entry;
    }

    /// <summary>The person said that it is right; the term begins anew.</summary>
    public void Confirm(DateOnly on, NewcomerRegisterSettings settings)
    {
        if (DeletedOn is not null) { return; }
        if (ConfirmedOn != default && ConfirmedOn < on) { ConfirmedBefore = ConfirmedOn; }
        (ConfirmedOn, DeleteOn) = (on, on.AddMonths(settings.MonthsOf(Basis)));
    }

    /// <summary>Confirmed by a slip today: the term is the one from before.</summary>
    /// <returns>False when it was not today.</returns>
    public bool Unconfirm(DateOnly today, NewcomerRegisterSettings settings)
    {
        if (ConfirmedOn != today || ConfirmedBefore is not { } before) { return false; }
        (ConfirmedOn, ConfirmedBefore, DeleteOn) = (before, null, before.AddMonths(settings.MonthsOf(Basis)));
        return true;
    }

    /// <summary>The consent that it rests on was withdrawn: it is due at once.</summary>
    public void Withdraw(DateOnly on)
    {
        if (Basis == LegalBasis.Consent && on < DeleteOn) { DeleteOn = on; }
    }

    public void Delete(DateOnly on) => DeletedOn ??= on;

    /// <returns>False when the week in which it was deleted has ended.</returns>
    public bool Undo(DateOnly today)
    {
        if (DeletedOn < Week.Of(today).From) { return false; }
        DeletedOn = null;
        return true;
    }
}
