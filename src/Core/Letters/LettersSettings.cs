using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Letters;

/// <summary>What administrators say of letters. Where they leave by is the deployment's.</summary>
public sealed record LettersSettings : Settings
{
    /// <summary>The address that letters come from.</summary>
    [Required, EmailAddress, StringLength(200)]
    public string From { get; init; } = "loim@example.ee";
}
