using Microsoft.AspNetCore.Components;

namespace Loim.Letters.Outbox;

/// <param name="Address">E-mail address.</param>
/// <param name="Language"><c>et</c>, <c>en</c>, <c>ru</c> or <c>uk</c>: the letter is written in it.</param>
/// <param name="Person">The person of the register, where it is one.</param>
public sealed record Recipient(string Address, string Language, Guid? Person = null);

/// <summary>
/// Takes letters: components (a <see cref="LetterSheet"/> around the text) rendered in the recipient's language. A letter is written
/// with the change that it tells of, and leaves after it; a dead mail server delays it and loses nothing.
/// </summary>
public interface IPostBox
{
    /// <remarks>The outbox names the letter by the text <c>letter-kind.{component}</c> beside the component.</remarks>
    /// <param name="parameters">The component's parameters by name.</param>
    Task Post<TLetter>(Recipient to, IReadOnlyDictionary<string, object?>? parameters = null) where TLetter : IComponent;
}
