namespace Faults.MissingType;

public sealed class MissingTypeModule : Loim.Modules.Module;

public sealed class Shelf
{
    public Loim.Modules.Almanac? Almanac { get; init; }
}
