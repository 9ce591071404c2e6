using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Loim.Modules;

namespace Loim.PublicSite;

internal sealed record PublicSiteSettings : Settings, IValidatableObject
{
    /// <summary>The day on which the municipality prepared or last looked over its accessibility statement, as it is written: 31.12.2025; empty: not yet.</summary>
    [StringLength(10)]
    public string StatementOn { get; init; } = "";

    public DateOnly? StatementDay => DateOnly.TryParseExact(StatementOn, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (StatementOn.Length > 0 && StatementDay is null) { yield return new ValidationResult("The day is written like this: 31.12.2025.", [nameof(StatementOn)]); }
    }
}
