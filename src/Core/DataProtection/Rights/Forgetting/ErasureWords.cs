using Loim.Modules;
using Loim.Web;

namespace Loim.DataProtection.Rights.Forgetting;

/// <summary>What becomes of a module's records, in a sentence.</summary>
[Scoped]
internal sealed class ErasureWords(ModuleSet modules, Texts texts, ModuleTitles titles)
{
    public string Module(string id) => modules.Find(id) is { } module ? titles.Of(module) : id;

    public string Outcome(ErasedPart part)
    {
        var words = texts.Of(typeof(DataProtectionModule));
        return part.Outcome switch
        {
            ErasureOutcome.Kept => words.Count("outcome.Kept", part.Records, Module(part.Module), Formats.Current.Day(part.KeptUntil!.Value), Ground(part)),
            ErasureOutcome.Erased => words.Count("outcome.Erased", part.Records, Module(part.Module), Formats.Current.Moment(part.ErasedAt!.Value)),
            _ => words.Count("outcome.Waiting", part.Records, Module(part.Module)),
        };
    }

    private string Ground(ErasedPart part) => modules.Find(part.Module) is { } module && part.What is { } what ? texts.Of(module.GetType())[what] : "";
}
