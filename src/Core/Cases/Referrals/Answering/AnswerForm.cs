using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Cases.Referrals.Answering;

/// <summary>What an institution says to a referral, whoever writes it down.</summary>
internal sealed class AnswerForm : FormModel
{
    public ChoiceField Answer { get; } = new() { Required = true };
    public TextField Words { get; } = new() { Max = Referral.LongestNeed };

    public ReferralState State => Enum.Parse<ReferralState>(Answer.Value!);

    public void Offer(Referral referral, Wording words)
    {
        ReferralState[] answers = referral.State == ReferralState.Accepted ? [ReferralState.Done] : [ReferralState.Accepted, ReferralState.Declined];
        Answer.Options = [.. answers.Select(a => new Option(a.ToString(), words[$"answer.{a}"], words[$"answer.{a}.hint"]))];
    }

    /// <returns>False when a rule refuses an answer; it is told so beside the field.</returns>
    public bool Obeys(Wording words)
    {
        if (State == ReferralState.Declined && Words.Value is null) { Fail(Words, words["answer.why"]); }
        return !IsWrong;
    }
}
