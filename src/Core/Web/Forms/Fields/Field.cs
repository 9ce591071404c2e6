using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Loim.Web.Forms;

/// <summary>One field of a <see cref="FormModel"/>: what was typed, kept as it was, and what it means.</summary>
public abstract class Field
{
    /// <summary>The property's name in its form model; name of the control.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What the page calls it; the error summary names it so.</summary>
    internal string Label { get; set; } = "";

    /// <summary>An empty answer is wrong.</summary>
    public bool Required { get; set; }

    /// <summary>Why the answer is wrong, in the reader's language.</summary>
    public string? Error { get; private set; }

    internal StringValues Raw { get; private protected set; }

    internal virtual bool IsFile => false;

    internal virtual void Fill(IFormCollection form) => Raw = form[Name];

    internal void Fill(StringValues raw) => Raw = raw;

    internal void Fail(string error) => Error ??= error;

    /// <summary>Reads what was typed; false when it is wrong.</summary>
    internal bool Check(Wording words)
    {
        Error = Read(words);
        return Error is null;
    }

    /// <returns>What is wrong, in the reader's language, or null.</returns>
    private protected abstract string? Read(Wording words);
}

/// <summary>A field of one typed answer.</summary>
public abstract class TypedField : Field
{
    /// <summary>What was typed, without spaces around it.</summary>
    public string Text
    {
        get => Typed.Clean(Raw.LastOrDefault(v => !string.IsNullOrWhiteSpace(v)));
        set => Raw = value;
    }

    private protected override string? Read(Wording words) =>
        Text.Length > 0 ? Read(Text, words) : Required ? Missing(words) : null;

    private protected virtual string Missing(Wording words) => words["field.required"];

    private protected abstract string? Read(string text, Wording words);
}
