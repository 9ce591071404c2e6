using Loim.Network.Organisations;
using Loim.People;
using Loim.Web.Forms;

namespace Loim.Cases.Referrals.Writing;

/// <summary>Where to, and what for. An organisation of the network brings its name, address and language along.</summary>
internal sealed class ReferralForm : FormModel
{
    public ChoiceField Organisation { get; } = new();
    public TextField Institution { get; } = new() { Max = 160 };
    public TextField Email { get; } = new() { Max = 200 };
    public ChoiceField Language { get; } = new(WrittenLanguages.All) { Required = true };
    public TextField Need { get; } = new() { Required = true, Max = Referral.LongestNeed };
    public TextField Contact { get; } = new();

    /// <summary>Replaces what stood there: another organisation was chosen.</summary>
    public void TakeOver(OrganisationCard card)
    {
        (Institution.Value, Email.Value) = (card.Name, card.Email);
        if (!card.Languages.Contains(Language.Value ?? "") && WrittenLanguages.All.FirstOrDefault(l => card.Languages.Contains(l.Value)).Value is { } spoken) { Language.Value = spoken; }
    }

    /// <summary>What was left empty is the organisation's.</summary>
    public void FillIn(OrganisationCard card)
    {
        Institution.Value ??= card.Name;
        Email.Value ??= card.Email;
    }

    public ReferralAnswers Read() => new(Institution.Value!, Email.Value!, Language.Value!, Need.Value!, Contact.Value)
    {
        Organisation = Guid.TryParse(Organisation.Value, out var organisation) ? organisation : null,
    };
}
