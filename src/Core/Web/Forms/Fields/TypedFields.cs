namespace Loim.Web.Forms;

/// <summary>Words, of any script.</summary>
public sealed class TextField : TypedField
{
    /// <summary>Most characters.</summary>
    public int Max { get; init; } = 200;

    internal Reach Reach { get; init; }

    public string? Value
    {
        get => Text.Length == 0 ? null : Text;
        set => Text = value ?? "";
    }

    private protected override string? Read(string text, Wording words) =>
        text.Length > Max ? words.Count("field.too-long", Max, Formats.Current.Number(text.Length)) : Reach.Fits(text) ? null : words[$"field.reach.{Reach}"];
}

/// <summary>A day, typed <c>31.12.2025</c> or <c>2025-12-31</c>. Two digits of a year are asked about, never guessed.</summary>
public sealed class DateField : TypedField
{
    public DateOnly? Min { get; set; }
    public DateOnly? Max { get; set; }

    public DateOnly? Value
    {
        get => Typed.Day(Text);
        set => Text = value is { } day ? Formats.Current.Day(day) : "";
    }

    private protected override string? Read(string text, Wording words)
    {
        if (Typed.HasTwoDigitYear(text)) { return words["field.year"]; }
        if (Value is not { } day) { return words["field.day"]; }
        if (day < (Min ?? new DateOnly(1900, 1, 1))) { return words["field.day-min", Formats.Current.Day(Min ?? new DateOnly(1900, 1, 1))]; }
        return day > (Max ?? new DateOnly(2199, 12, 31)) ? words["field.day-max", Formats.Current.Day(Max ?? new DateOnly(2199, 12, 31))] : null;
    }
}

/// <summary>A time of day, typed <c>17.30</c> or <c>17:30</c>.</summary>
public sealed class TimeField : TypedField
{
    public TimeOnly? Value
    {
        get => Typed.Time(Text);
        set => Text = value is { } time ? Formats.Current.Time(time) : "";
    }

    private protected override string? Read(string text, Wording words) => Value is null ? words["field.time"] : null;
}

/// <summary>A whole number.</summary>
public sealed class NumberField : TypedField
{
    public int Min { get; set; }
    public int Max { get; set; } = 1_000_000;

    public int? Value
    {
        get => Typed.Whole(Text);
        set => Text = value is { } number ? Formats.Current.Number(number) : "";
    }

    private protected override string? Read(string text, Wording words) => Value switch
    {
        null => words["field.number"],
        { } number when number < Min => words["field.min", Formats.Current.Number(Min)],
        { } number when number > Max => words["field.max", Formats.Current.Number(Max)],
        _ => null,
    };
}

/// <summary>Euros, typed <c>1 285,60</c> or <c>1285.60</c>; the value is in cents.</summary>
public sealed class MoneyField : TypedField
{
    /// <summary>Cents.</summary>
    public long Min { get; set; }

    /// <summary>Cents.</summary>
    public long Max { get; set; } = 100_000_000_00;

    public long? Value
    {
        get => Typed.Cents(Text);
        set => Text = value is { } cents ? Formats.Current.Amount(cents) : "";
    }

    private protected override string? Read(string text, Wording words) => Value switch
    {
        null => words["field.money"],
        { } cents when cents < Min => words["field.min", Formats.Current.Money(Min)],
        { } cents when cents > Max => words["field.max", Formats.Current.Money(Max)],
        _ => null,
    };
}
