using System.ComponentModel.DataAnnotations;
using Saaremaa.NewcomerRegister.Entries;

namespace Saaremaa.NewcomerRegister;

internal sealed record NewcomerRegisterSettings : Settings
{
    /// <summary>A contact is asked about anew after so many months.</summary>
    [Range(1, 24)]
    public int ConfirmMonths { get; init; } = 6;

    /// <summary>A contact that rests on consent is deleted so many months after it was last confirmed.</summary>
    [Range(1, 60)]
    public int ConsentMonths { get; init; } = 12;

    /// <summary>A contact that rests on the public task is deleted so many months after it was last confirmed.</summary>
    [Range(1, 60)]
    public int TaskMonths { get; init; } = 24;

    public int MonthsOf(LegalBasis basis) => basis == LegalBasis.Consent ? ConsentMonths : TaskMonths;
}
