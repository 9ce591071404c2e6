using System.Globalization;
using Loim.Modules;
using Loim.Web;
using Module = Loim.Modules.Module;

namespace Loim.DataProtection.Rights;

/// <summary>What modules hold as codes and days, in the reader's words: a code has the text <c>field.code</c>, the field may be a plural or a compound.</summary>
internal sealed class ValueWords(ModuleSet modules, Texts texts, Formats formats)
{
    /// <summary>Fields whose codes have their texts under another word.</summary>
    private static readonly Dictionary<string, string> Others = new() { ["case.outcome"] = "ending", ["state"] = "place-state", ["speaks"] = "level" };

    /// <summary>The value as it stands, where no text is found: most values are words already.</summary>
    public string Of(Module module, string field, string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? formats.Day(day)
        : DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? formats.Moment(at)
        : string.Join(", ", value.Split(", ").Select(code => Code(module, field, code)));

    private string Code(Module module, string field, string code) =>
        Prefixes(field).Select(prefix => Find(module, $"{prefix}.{code}")).FirstOrDefault(found => found is not null)
        ?? (field.EndsWith("language", StringComparison.Ordinal) || field == "languages" ? Language(code) : null)
        ?? code;

    private static IEnumerable<string> Prefixes(string field)
    {
        var parts = field.Split('.', '-');
        foreach (var name in new[] { field, parts[^1], parts[0] })
        {
            yield return name;
            if (name.EndsWith('s')) { yield return name[..^1]; }
            if (Others.GetValueOrDefault(name) is { } other) { yield return other; }
        }
    }

    /// <summary>The trail speaks of roles and rights, whose texts other modules have.</summary>
    private string? Find(Module module, string key) =>
        module is not DataProtectionModule ? texts.Of(module.GetType()).Find(key)
        : key.Split('.') is ["purpose", var id, var right] ? modules.Find(id) is { } owner ? texts.Of(owner.GetType()).Find($"permission.{right}") : null
        : modules.On.Select(m => texts.Of(m.GetType()).Find(key)).FirstOrDefault(found => found is not null);

    private static string? Language(string code) => code.Length == 2 ? CultureInfo.GetCultureInfo(code).DisplayName : null;
}
