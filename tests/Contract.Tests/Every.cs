using System.Reflection;
using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Module = Loim.Modules.Module;

namespace Loim.Contract.Tests;

/// <summary>What the promises are checked over: the modules of the core and of every plugin built beside the tests.</summary>
public static class Every
{
    internal static Assembly Core => typeof(Module).Assembly;

    internal static IReadOnlyList<Assembly> Plugins { get; } = [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
        .Where(file => !Path.GetFileName(file).StartsWith("Loim.", StringComparison.Ordinal))
        .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)))
        .Where(a => a.GetReferencedAssemblies().Any(r => r.Name == Core.GetName().Name))];

    internal static IReadOnlyDictionary<string, Module> Modules { get; } = Plugins.Prepend(Core)
        .SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract)
        .Select(t => (Module)Activator.CreateInstance(t)!).ToDictionary(m => m.Id);

    internal static IReadOnlyList<Type> Contexts { get; } = [.. Modules.Values.SelectMany(ModuleSet.DbsOf).Prepend(typeof(HouseDb))];

    public static TheoryData<string> PluginNames => [.. Plugins.Select(p => p.GetName().Name!)];
    public static TheoryData<string> ModuleIds => [.. Modules.Keys];
    public static TheoryData<string> ContextNames => [.. Contexts.Select(c => c.Name)];

    internal static Type ContextOf(string name) => Contexts.Single(c => c.Name == name);

    /// <summary>A context of its own on the given database; its model is the module's, whatever the provider.</summary>
    internal static ModuleDb Open(Type context, Action<DbContextOptionsBuilder> provider) =>
        (ModuleDb)Activator.CreateInstance(context, DbOptions.Of(context, provider))!;

    internal static IEnumerable<Migration> MigrationsOf(Type context)
    {
        using var db = Open(context, b => b.UseSqlite());
        var found = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<IMigrationsAssembly>(db);
        return [.. found.Migrations.Values.Select(m => found.CreateMigration(m, "Microsoft.EntityFrameworkCore.Sqlite"))];
    }

    /// <summary>The module and all that it requires, directly or by another.</summary>
    internal static HashSet<string> Closure(Module module)
    {
        var all = new HashSet<string> { module.Id };
        foreach (var id in module.Requires) { all.UnionWith(Closure(Modules[id])); }
        return all;
    }
}
