using System.CommandLine;
using Loim.Data;
using Loim.Modules;

namespace Loim.DataProtection.Keys;

/// <summary><c>keys count</c></summary>
internal sealed class CountKeys(Store store, Keyring keys) : IVerb
{
    public static VerbLine Line { get; } = new(["keys", "count"], "How many encrypted values each key has sealed.");

    public async Task<int> Run(ParseResult line, TextWriter output, CancellationToken ct)
    {
        var count = new KeyRotation(store, keys).Count();
        foreach (var (key, values) in count.By) { await output.WriteLineAsync($"sealing-{key}.key: {values}{(key == count.Current ? " (seals now)" : "")}"); }
        await output.WriteLineAsync($"Unreadable: {count.Unreadable}");
        return count.Unreadable == 0 ? 0 : 1;
    }
}
