using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Loim.Modules;
using Loim.Web;
using Loim.Web.Forms;
using Microsoft.Extensions.Configuration;

namespace Loim.Administration.ModuleSettings;

/// <summary>One field a property of the record; its data annotations are the field's rules.</summary>
internal sealed class SettingsForm : FormModel
{
    private readonly Type record;

    public SettingsForm(Settings current, Wording words)
    {
        record = current.GetType();
        foreach (var property in record.GetProperties().Where(p => p.CanWrite && p.Name != "EqualityContract"))
        {
            var field = FieldOf(property, property.GetValue(current), words);
            field.Name = property.Name;
            Fields.Add(field);
        }
    }

    /// <summary>What was typed, as the configuration keeps it.</summary>
    public IReadOnlyDictionary<string, string> Values => Fields.ToDictionary(f => f.Name, f => f switch
    {
        NumberField number => number.Value!.Value.ToString(CultureInfo.InvariantCulture),
        CheckField check => check.Value ? "true" : "false",
        ChoiceField choice => choice.Text,
        TextField text => text.Text,
        _ => throw new NotSupportedException(f.GetType().Name),
    });

    /// <summary>The rules of the record that no field knows by itself; each refusal stands beside its field.</summary>
    public bool Keeps(Wording words)
    {
        var values = new ConfigurationBuilder().AddInMemoryCollection(Values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build();
        var problems = BoundSettings.ProblemsOf(BoundSettings.Of(record, values));
        if (problems.Count == 0) { return true; }
        foreach (var name in problems.SelectMany(p => p.MemberNames).Distinct())
        {
            Fail(Fields.First(f => f.Name == name), words.Find($"settings.{name}.rule") ?? words["settings.refused"]);
        }
        if (problems.Any(p => !p.MemberNames.Any())) { Fail(words["settings.refused"]); }
        return false;
    }

    private static Field FieldOf(PropertyInfo property, object? value, Wording words)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var longest = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? 1000;
        return value switch
        {
            int number => new NumberField { Required = true, Min = range?.Minimum as int? ?? int.MinValue, Max = range?.Maximum as int? ?? int.MaxValue, Value = number },
            bool check => new CheckField { Value = check },
            Enum choice => new ChoiceField { Required = true, Options = OptionsOf(property, words), Text = choice.ToString() },
            string or null => new TextField { Required = property.IsDefined(typeof(RequiredAttribute)), Max = longest, Value = (string?)value },
            _ => throw new NotSupportedException($"{property.Name}: a setting is a string, an int, a bool or an enum."),
        };
    }

    private static IReadOnlyList<Option> OptionsOf(PropertyInfo property, Wording words) =>
        [.. Enum.GetNames(property.PropertyType).Select(name => new Option(name, words[$"settings.{property.Name}.{name}"]))];
}
