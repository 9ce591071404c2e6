using Loim.Web.Forms;

namespace Tallinn.Interpreters.Orders;

/// <summary>What is asked of an order, when it is made and when it is changed.</summary>
public abstract class WantedForm : FormModel
{
    public DateField Day { get; } = new() { Required = true };
    public TimeField Start { get; } = new() { Required = true };
    public NumberField Minutes { get; } = new() { Required = true, Min = 15, Max = InterpreterOrder.MostMinutes };
    public ChoicesField Languages { get; } = new([.. InterpreterOrder.KnownLanguages.Select(code => (code, $"language.{code}"))]) { Required = true };
    public TextField Other { get; } = new() { Max = 60 };
    public TextField Place { get; } = new() { Required = true };
    public TextField Topic { get; } = new() { Max = 300 };

    internal Wanted Wanted => new(Topic.Text, Day.Value!.Value, Start.Value!.Value, Minutes.Value!.Value,
        [.. Languages.Values, .. Other.Value is { } other ? [other] : Array.Empty<string>()], Place.Value!);

    internal void Show(InterpreterOrder it, string? topic)
    {
        (Day.Value, Start.Value, Minutes.Value, Place.Value, Topic.Value) = (it.Day, it.Start, it.Minutes, it.Place, topic);
        Languages.Values = [.. it.Languages.Intersect(InterpreterOrder.KnownLanguages)];
        Other.Value = it.Languages.Except(InterpreterOrder.KnownLanguages).FirstOrDefault();
    }
}
