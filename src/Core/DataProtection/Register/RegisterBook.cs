using Loim.Modules;
using Loim.Web;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Register;

/// <summary>Properties of one table that are kept alike, in the words of the reader.</summary>
internal sealed record RegisterLine(string Table, IReadOnlyList<string> Properties, string Purpose, LawfulBasis Basis, bool IsSpecial, bool IsEncrypted, Retention? Retention, string What, string Ground);

/// <summary>The register of processing, made of what the models declare.</summary>
/// <remarks>Source: GDPR article 30.</remarks>
[Scoped]
internal sealed class RegisterBook(ModuleSet modules, IEnumerable<IPersonalData> data, Texts texts, ModuleTitles titles)
{
    private static readonly string[] Columns = ["module", "table", "property", "purpose", "basis", "class", "encrypted", "kept", "ground"];

    public IEnumerable<(string Title, List<RegisterLine> Lines)> Modules => modules.On.Select(m => (Title: titles.Of(m), Lines: LinesOf(m))).Where(m => m.Lines.Count > 0);

    /// <summary>For a spreadsheet: UTF-8 with its mark, semicolons, a property a line.</summary>
    public byte[] Csv()
    {
        var words = texts.Of(typeof(DataProtectionModule));
        var rows = Modules.SelectMany(m => m.Lines.SelectMany(line => line.Properties.Select(property => new[]
        {
            m.Title, line.Table, property, line.Purpose, words[$"basis.{line.Basis}"], words[line.IsSpecial ? "class.special" : "class.ordinary"],
            words[line.IsEncrypted ? "encrypted.yes" : "encrypted.no"], Kept(words, line.Retention), line.Ground,
        })));
        return CsvText.Write(rows.Prepend([.. Columns.Select(column => words[$"column.{column}"])]));
    }

    public static string Kept(Wording words, Retention? retention) => retention?.Keep.Days switch
    {
        null => "",
        { } days when days % 365 == 0 => words.Count("years", days / 365),
        { } days => words.Count("days", days),
    };

    private List<RegisterLine> LinesOf(Module module)
    {
        var words = texts.Of(module.GetType());
        var retentions = data.Where(d => modules.OwnerOf(d.GetType()) == module).SelectMany(d => d.Retention).ToList();
        return [.. ProcessedProperty.Of(module).Where(p => p.Processing is not null)
            .GroupBy(p => (p.Table, p.Processing!.Purpose, p.Processing.Basis, p.IsSpecial, p.IsEncrypted, p.Processing.Keep))
            .Select(g => (g.Key, Names: g.Select(p => p.Name).ToList(), Retention: retentions.Find(r => r.What == g.Key.Keep)))
            .Select(g => new RegisterLine(g.Key.Table, g.Names, words[g.Key.Purpose], g.Key.Basis, g.Key.IsSpecial, g.Key.IsEncrypted,
                g.Retention, words[g.Key.Keep], g.Retention is { } retention ? words[retention.Ground] : ""))];
    }
}
