using System.CommandLine;

namespace Loim.Modules;

/// <summary>
/// A verb of the command line that a module brings: <c>plan import FILE</c>. It runs in a scope of its own, as the house,
/// on the data of <c>--data</c>, beside a running host or without one.
/// </summary>
internal interface IVerb
{
    static abstract VerbLine Line { get; }

    /// <returns>0 only when it did what was asked. A user's mistake is a <see cref="Refusal"/>.</returns>
    Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct);
}

/// <param name="Words">One or two words: <c>["plan", "import"]</c>.</param>
/// <param name="Symbols">Arguments and options; keep each in a static field and read it by <c>line.GetValue(…)</c>.</param>
internal sealed record VerbLine(string[] Words, string Description, params Symbol[] Symbols);

/// <summary>A mistake of the one who asked, in a sentence they can act on; shown without a stack trace.</summary>
internal sealed class Refusal(string sentence) : Exception(sentence);
