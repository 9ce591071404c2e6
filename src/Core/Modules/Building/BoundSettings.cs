using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Loim.Modules;

/// <summary>Settings records as the configuration fills them, and what their data annotations have against it.</summary>
internal static class BoundSettings
{
    public static Settings Of(Type record, IConfiguration section) => (Settings)(section.Get(record) ?? Activator.CreateInstance(record)!);

    public static IReadOnlyList<ValidationResult> ProblemsOf(Settings settings)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(settings, new ValidationContext(settings), problems, validateAllProperties: true);
        return problems;
    }
}
