namespace Loim.Web.Forms;

/// <summary>One of the answers that can be chosen.</summary>
/// <param name="Label">As it is shown.</param>
/// <param name="Hint">A second line on a <c>ChoiceCards</c> card.</param>
public sealed record Option(string Value, string Label, string? Hint = null)
{
    /// <summary>Of the label, where it is not the page's language.</summary>
    public string? Lang { get; init; }

    /// <summary>The label is a text key of the form's module.</summary>
    internal bool IsKey { get; init; }

    internal static IReadOnlyList<Option> Of((string Value, string TextKey)[] options) =>
        [.. options.Select(o => new Option(o.Value, o.TextKey) { IsKey = true })];
}

/// <summary>One answer out of several. Anything that is not among the options is wrong.</summary>
/// <param name="options">Value and text key of the module; or set <see cref="Options"/> when the page loads.</param>
public sealed class ChoiceField(params (string Value, string TextKey)[] options) : TypedField
{
    public IReadOnlyList<Option> Options { get; set; } = Option.Of(options);

    public string? Value
    {
        get => Text.Length == 0 ? null : Text;
        set => Text = value ?? "";
    }

    /// <summary>The value where options are names of an enumeration.</summary>
    public T? As<T>() where T : struct, Enum => Enum.TryParse<T>(Text, out var value) ? value : null;

    /// <summary>The value where options are records.</summary>
    public Guid? Id
    {
        get => Guid.TryParse(Text, out var id) ? id : null;
        set => Text = value?.ToString() ?? "";
    }

    private protected override string Missing(Wording words) => words["field.choice"];

    private protected override string? Read(string text, Wording words) =>
        Options.Any(o => o.Value == text) ? null : words["field.choice"];
}

/// <summary>Any number of answers out of several.</summary>
/// <param name="options">Value and text key of the module; or set <see cref="Options"/> when the page loads.</param>
public sealed class ChoicesField(params (string Value, string TextKey)[] options) : Field
{
    public IReadOnlyList<Option> Options { get; set; } = Option.Of(options);

    public IReadOnlyList<string> Values
    {
        get => [.. Raw.Select(Typed.Clean).Where(v => v.Length > 0).Distinct()];
        set => Raw = value.ToArray();
    }

    private protected override string? Read(Wording words) =>
        Values.Count == 0 && Required ? words["field.choices"]
        : Values.All(v => Options.Any(o => o.Value == v)) ? null
        : words["field.choice"];
}

/// <summary>A box to tick. Required means that it must be ticked.</summary>
public sealed class CheckField : Field
{
    public bool Value
    {
        get => Raw.Count > 0 && Raw[^1] == "true";
        set => Raw = value ? "true" : "";
    }

    private protected override string? Read(Wording words) => Required && !Value ? words["field.check"] : null;
}
