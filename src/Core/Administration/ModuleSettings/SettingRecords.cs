using Loim.Modules;

namespace Loim.Administration.ModuleSettings;

/// <summary>The settings records that modules declare, with the values that hold now.</summary>
[Singleton]
internal sealed class SettingRecords(ISwitchboard switchboard, HouseParts parts)
{
    /// <returns>Null when the module has nothing to set.</returns>
    public Settings? Of(string id) =>
        switchboard.Known.FirstOrDefault(m => m.Id == id) is { } module && RecordOf(module) is { } record ? BoundSettings.Of(record, parts.Settings.GetSection(id)) : null;

    private static Type? RecordOf(Module module) => module.Types.FirstOrDefault(t => t.IsSubclassOf(typeof(Settings)));
}
