using System.Reflection;
using System.Runtime.CompilerServices;
using Loim.Modules;
using Microsoft.AspNetCore.Components;

namespace Loim.Contract.Tests;

/// <summary>What a plugin may name: public and protected members, a line each. Of components their parameters; pages and the parts of
/// a module's pages, which Razor makes public, are nobody's to name: those that a module publishes are in its own namespace.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes()
        .Where(t => t.Name != "_Imports" && !IsPartOfPages(t))
        .OrderBy(t => t.FullName, StringComparer.Ordinal)
        .SelectMany(t => Members(t).Distinct().Order(StringComparer.Ordinal).Select(m => "  " + m).Prepend($"{KindOf(t)} {t.Namespace}.{Name(t)}{BasesOf(t)}"));

    private static bool IsPartOfPages(Type type) => type.IsAssignableTo(typeof(IComponent))
        && (type.IsDefined(typeof(RouteAttribute)) || Every.Modules.Values.Any(m => ModuleSet.Lies(type, m) && type.Namespace != m.GetType().Namespace));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) { return Enum.GetNames(type); }
        var properties = type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsOpen) && p.Name != "EqualityContract")
            .Where(p => !type.IsAssignableTo(typeof(IComponent)) || p.IsDefined(typeof(ParameterAttribute)) || type.IsAbstract)
            .Select(p => $"{Static(p.GetAccessors(true)[0])}{Name(p.PropertyType)} {p.Name}{Index(p)} {{ {string.Join(' ', p.GetAccessors(true).Where(IsOpen).Select(a => Accessor(p, a)))} }}");
        var methods = type.GetMethods(Declared).Where(m => IsOpen(m) && !m.IsSpecialName && !m.IsDefined(typeof(CompilerGeneratedAttribute))
                && !IsRendering(m) && m.GetBaseDefinition().DeclaringType!.Assembly == type.Assembly)
            .Select(m => $"{Static(m)}{Name(m.ReturnType)} {m.Name}{Generic(m)}({Parameters(m)})");
        var constructors = type.IsAssignableTo(typeof(IComponent)) || type.IsInterface ? []
            : type.GetConstructors(Declared).Where(c => IsOpen(c) && !c.IsStatic && !c.IsDefined(typeof(CompilerGeneratedAttribute))).Select(c => $"new({Parameters(c)})");
        var fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}");
        return properties.Concat(methods).Concat(constructors).Concat(fields);
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static bool IsRendering(MethodInfo method) => method.Name is "BuildRenderTree" or "SetParametersAsync" or "OnInitialized" or "OnInitializedAsync" or "OnParametersSet" or "OnParametersSetAsync" or "Dispose";

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => type.IsAssignableTo(typeof(IComponent)) ? "component" : "class",
    };

    private static string BasesOf(Type type)
    {
        var bases = type.IsEnum || type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract ? []
            : type.GetInterfaces().Where(i => i.Assembly == type.Assembly).Prepend(type.BaseType)
                .Where(b => b is not null && b != typeof(object) && b != typeof(ValueType)).Select(b => Name(b!)).ToList();
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static string Accessor(PropertyInfo property, MethodInfo accessor) =>
        (accessor.IsPublic ? "" : "protected ") + (accessor == property.GetGetMethod(true) ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;");

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } keys ? $"[{string.Join(", ", keys.Select(k => Name(k.ParameterType)))}]" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? " = …" : "")}"));

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) { return Name(value) + "?"; }
        if (type.IsArray) { return Name(type.GetElementType()!) + "[]"; }
        var own = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{own.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : own;
    }
}
