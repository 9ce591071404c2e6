using Loim.DataProtection.Keeping;
using Loim.Modules;
using Loim.Web;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Register;

/// <summary>Properties of one table that are kept alike; all in the words of the reader.</summary>
/// <param name="Receivers">Who is given it.</param>
/// <param name="Kept">How long, by the municipality's own period where it has set one.</param>
internal sealed record RegisterLine(string Table, IReadOnlyList<string> Properties, string Purpose, LawfulBasis Basis, bool IsSpecial, bool IsEncrypted, string What, string Kept, string Ground,
    string Receivers, bool IsOfStaff);

/// <summary>The register of processing, made of what the models declare.</summary>
/// <remarks>Source: GDPR article 30.</remarks>
[Scoped]
internal sealed class RegisterBook(ModuleSet modules, ProcessedModules processed, Keeper keeper, KeepingWords keeping, Texts texts, ModuleTitles titles)
{
    private static readonly string[] Columns = ["module", "table", "property", "purpose", "basis", "class", "encrypted", "receivers", "kept", "ground"];

    public async Task<IReadOnlyList<(string Title, List<RegisterLine> Lines)>> Modules()
    {
        var periods = await keeper.Periods();
        return [.. modules.On.Select(m => (Title: titles.Of(m), Lines: LinesOf(m, periods))).Where(m => m.Lines.Count > 0)];
    }

    /// <summary>For a spreadsheet: UTF-8 with its mark, semicolons, a property a line.</summary>
    public async Task<byte[]> Csv()
    {
        var words = texts.Of(typeof(DataProtectionModule));
        var rows = (await Modules()).SelectMany(m => m.Lines.SelectMany(line => line.Properties.Select(property => new[]
        {
            m.Title, line.Table, property, line.Purpose, words[$"basis.{line.Basis}"], words[line.IsSpecial ? "class.special" : "class.ordinary"],
            words[line.IsEncrypted ? "encrypted.yes" : "encrypted.no"], line.Receivers, line.Kept, line.Ground,
        })));
        return CsvText.Write(rows.Prepend([.. Columns.Select(column => words[$"column.{column}"])]));
    }

    private List<RegisterLine> LinesOf(Module module, List<Kept> periods)
    {
        var (words, common) = (texts.Of(module.GetType()), texts.Of(typeof(DataProtectionModule)));
        return [.. processed.Of(module).Where(p => p.Processing is not null)
            .GroupBy(p => (p.Table, p.Processing!.Purpose, p.Processing.Basis, p.IsSpecial, p.IsEncrypted, p.Processing.Keep, p.Processing.Receivers, p.Processing.IsOfStaff))
            .Select(g => (g.Key, Table: words[g.First().TableKey(module)], Names: g.Select(p => words.Find(p.TextKey) ?? common[p.TextKey]).Distinct().ToList(),
                Kept: periods.Find(p => p.Module == module.Id && p.Retention.What == g.Key.Keep)))
            .Select(g => new RegisterLine(g.Table, g.Names, words[g.Key.Purpose], g.Key.Basis, g.Key.IsSpecial, g.Key.IsEncrypted,
                words[g.Key.Keep], g.Kept is null ? "" : keeping.Days(g.Kept.Keep.Days), g.Kept is null ? "" : keeping.Ground(g.Kept),
                g.Key.Receivers is { } outside ? words[outside] : common["receivers.none"], g.Key.IsOfStaff))];
    }
}
