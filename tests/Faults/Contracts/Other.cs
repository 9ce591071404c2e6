[assembly: System.Reflection.AssemblyVersion("2.0.0.0")]

namespace Loim.Modules;

public abstract class Module;
