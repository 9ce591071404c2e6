using Loim.Modules;
using Loim.Web;

namespace Loim.DataProtection.Keeping;

/// <summary>Periods in the words of the modules whose they are.</summary>
[Scoped]
internal sealed class KeepingWords(ModuleSet modules, Texts texts, ModuleTitles titles)
{
    public string Module(Kept kept) => titles.Of(modules.Find(kept.Module)!);

    public string What(Kept kept) => Of(kept)[kept.Retention.What];

    /// <summary>As the municipality wrote it, or the module's own.</summary>
    public string Ground(Kept kept) => kept.Set?.Ground ?? Of(kept)[kept.Retention.Ground];

    public string Days(int days)
    {
        var words = texts.Of(typeof(DataProtectionModule));
        return days % 365 == 0 ? words.Count("years", days / 365) : words.Count("days", days);
    }

    private Wording Of(Kept kept) => texts.Of(modules.Find(kept.Module)!.GetType());
}
