namespace Tartu.ParticipationCouncil.Wordings;

/// <summary>A text as somebody reads it.</summary>
/// <param name="Lang">Its language, where it is not the reader's.</param>
public readonly record struct Told(string Text, string? Lang);
