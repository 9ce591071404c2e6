[assembly: System.Reflection.AssemblyVersion("1.0.0.0")]

namespace Loim.Modules;

/// <summary>The contract of a later minor version, as far as a plugin needs it that this host cannot run.</summary>
public abstract class Module
{
    public static string Motto() => "";
}

public sealed class Almanac;
