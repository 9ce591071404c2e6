using System.ComponentModel.DataAnnotations;
using Loim.Modules;

namespace Loim.Letters;

/// <summary>The mail server. Without one, letters wait in the outbox.</summary>
public sealed record LettersSettings : Settings
{
    /// <summary>Host name; empty: no letter leaves.</summary>
    [StringLength(253)]
    public string Server { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>The connection is encrypted (STARTTLS) before anything is said on it.</summary>
    public bool Encrypted { get; init; } = true;

    [StringLength(200)]
    public string User { get; init; } = "";

    /// <summary>The address that letters come from.</summary>
    [Required, EmailAddress, StringLength(200)]
    public string From { get; init; } = "loim@example.ee";
}
