using Loim.Modules;
using Loim.Web;
using Microsoft.Extensions.Localization;

namespace Loim.Programme.Indicators;

/// <summary>A figure's words are those of the module that counts it.</summary>
[Scoped]
internal sealed class IndicatorWords(Texts texts, ModuleSet modules)
{
    public string Title(Module module, string code) => texts.Of(module.GetType())[$"indicator.{code}"];

    /// <summary>The code stands in where the module is no longer on.</summary>
    public string Title(string module, string code) => modules.On.FirstOrDefault(m => m.Id == module) is { } on ? Title(on, code) : code;

    public string Rule(Module module, string code) => texts.Of(module.GetType())[$"indicator.{code}.rule"];

    /// <param name="kind">Text key of the module, or plain text.</param>
    public string Kind(Module module, string kind)
    {
        IStringLocalizer words = texts.Of(module.GetType());
        return words.GetAllStrings(includeParentCultures: false).FirstOrDefault(text => text.Name == kind)?.Value ?? kind;
    }
}
