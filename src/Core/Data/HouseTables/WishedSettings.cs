using System.Text.Json;

namespace Loim.Data;

/// <summary>All that a module shall have set. It comes with the wish and holds only once a house was built with it:
/// nothing has to be taken back, whoever asked and whatever happened to the host meanwhile.</summary>
internal sealed record WishedSettings(string Module, IReadOnlyDictionary<string, string> Values)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static WishedSettings Of(string json) => JsonSerializer.Deserialize<WishedSettings>(json)!;
}
