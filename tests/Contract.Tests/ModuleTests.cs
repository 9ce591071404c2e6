using System.Reflection;
using Loim.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Module = Loim.Modules.Module;

namespace Loim.Contract.Tests;

/// <summary>What a module is, and how modules know each other.</summary>
public sealed class ModuleTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Theory, MemberData(nameof(Every.PluginNames), MemberType = typeof(Every))]
    public void A_plugin_knows_the_core_and_no_other_plugin(string plugin)
    {
        var known = Every.Plugins.Single(p => p.GetName().Name == plugin).GetReferencedAssemblies().Select(r => r.Name!).ToList();
        known.ShouldNotContain("loim");
        known.Intersect(Every.Plugins.Select(p => p.GetName().Name!)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void It_requires_modules_that_there_are_and_never_itself(string id)
    {
        foreach (var required in Every.Modules[id].Requires) { Every.Modules.Keys.ShouldContain(required); }
        Every.Modules[id].Requires.ShouldNotContain(required => Every.Closure(Every.Modules[required]).Contains(id));
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void Its_pages_lie_under_its_id_and_say_who_may_open_them(string id)
    {
        foreach (var page in Every.Modules[id].Types.Where(t => t.IsDefined(typeof(RouteAttribute))))
        {
            page.GetCustomAttributes<RouteAttribute>().ShouldAllBe(r => r.Template == $"/{id}" || r.Template.StartsWith($"/{id}/"));
            DeclaredComponent.Of(page).Access.ShouldNotBeNull(page.FullName);
        }
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void What_it_shows_of_a_person_is_what_lies_on_all_their_records(string id)
    {
        var sections = Every.Modules[id].Types.Where(t => t.GetCustomAttributes<SectionAttribute>().Any(s => s.Place == "person"));
        foreach (var section in sections.Where(t => t.GetProperties(All).Any(p => p.PropertyType.IsSubclassOf(typeof(ModuleDb)))))
        {
            (section.GetProperty("Records")?.PropertyType).ShouldBe(typeof(IReadOnlyList<Guid>), section.FullName);
        }
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void It_uses_only_published_types_of_the_modules_that_it_requires(string id)
    {
        var module = Every.Modules[id];
        var closure = Every.Closure(module);
        var breaches = from type in module.Types
                       from used in Used(type)
                       let owner = Every.Modules.Values.FirstOrDefault(m => ModuleSet.Lies(used, m))
                       where owner is not null && owner != module && (!closure.Contains(owner.Id) || !used.IsVisible)
                       select $"{type.FullName} uses {used.FullName} of {owner.Id}";
        breaches.Distinct().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void A_view_of_another_module_is_used_only_where_that_module_is_required(string context)
    {
        using var db = Every.Open(Every.ContextOf(context), b => b.UseSqlite());
        var module = Every.Modules.Values.FirstOrDefault(m => ModuleSet.Lies(db.GetType(), m));
        foreach (var view in db.Model.GetEntityTypes().Select(e => e.GetViewName()).OfType<string>())
        {
            var owner = Every.Modules.Values.Single(m => view.StartsWith(m.Id.Replace('-', '_') + "_", StringComparison.Ordinal));
            Every.Closure(module!).ShouldContain(owner.Id, $"{context} sees {view}");
        }
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void Its_facts_carry_ids_numbers_and_days_and_nothing_that_could_be_a_person(string id)
    {
        foreach (var value in Every.Modules[id].Types.Where(t => t.IsAssignableTo(typeof(IFact)))
            .SelectMany(f => f.GetProperties()).Where(p => p.Name != "EqualityContract"))
        {
            var type = Nullable.GetUnderlyingType(value.PropertyType) ?? value.PropertyType;
            (type == typeof(Guid) || type == typeof(DateOnly) || type == typeof(DateTime) || type.IsEnum || type.IsPrimitive)
                .ShouldBeTrue($"{value.DeclaringType!.Name}.{value.Name}");
        }
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void Its_indicators_are_named_after_it(string id) =>
        Every.Modules[id].Types.Where(t => t.IsAssignableTo(typeof(IIndicator)))
            .Select(t => ((IIndicator)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Code)
            .ShouldAllBe(code => code.StartsWith(id + "."));

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void It_answers_for_the_persons_that_it_stores(string id)
    {
        var module = Every.Modules[id];
        var stores = ModuleSet.DbsOf(module).SelectMany(context =>
        {
            using var db = Every.Open(context, b => b.UseSqlite());
            return db.Model.GetEntityTypes().Where(e => e.GetViewName() is null).SelectMany(e => e.GetProperties()).Where(IsPersonal).Select(p => p.ToString()!).ToList();
        });
        if (stores.FirstOrDefault() is { } personal)
        {
            module.Types.ShouldContain(t => t.IsAssignableTo(typeof(IPersonalData)), personal);
        }
    }

    private static bool IsPersonal(Microsoft.EntityFrameworkCore.Metadata.IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(Secret) || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sealed<>)
            || type == typeof(Guid) && property.Name.Contains("Person", StringComparison.Ordinal);
    }

    /// <summary>The types in the signatures of a type: what it is given, keeps, is built of.</summary>
    private static IEnumerable<Type> Used(Type type) =>
        type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => p.ParameterType))
            .Concat(type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetFields(All).Select(f => f.FieldType)).Concat(type.GetInterfaces()).Append(type.BaseType!)
            .SelectMany(Parts);

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : type.HasElementType ? Parts(type.GetElementType()!) : [type];
}
