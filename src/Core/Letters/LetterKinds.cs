using Loim.Modules;
using Loim.Web;
using Microsoft.AspNetCore.Components;

namespace Loim.Letters;

/// <summary>What people call a kind of letter: the text <c>letter-kind.{component}</c> of the module that writes it.</summary>
[Scoped]
internal sealed class LetterKinds(ModuleSet modules, Texts texts)
{
    private readonly Dictionary<string, string> known = [];

    public string Of(string kind)
    {
        if (!known.TryGetValue(kind, out var title)) { known.Add(kind, title = Find(kind) ?? texts.Of(typeof(LettersModule))["kind.other"]); }
        return title;
    }

    private string? Find(string kind) =>
        modules.On.SelectMany(m => m.Types).FirstOrDefault(t => t.Name == kind && t.IsAssignableTo(typeof(IComponent))) is { } letter
            ? texts.Of(letter).Find($"letter-kind.{kind}") : null;
}
