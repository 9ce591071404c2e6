using Loim.Data;
using Loim.Web.Forms;

namespace Loim.People.Households;

/// <summary>What is asked of a child, when it is added and when it is set right.</summary>
internal sealed class ChildForm : FormModel
{
    public static readonly (string Value, string TextKey)[] Relations =
        [.. Enum.GetNames<Relation>().Where(r => r != nameof(Loim.People.Households.Relation.Contact)).Select(r => (r, $"relation.{r}"))];

    public TextField Name { get; } = new() { Required = true, Max = 200 };
    public DateField Born { get; } = new() { Required = true };
    public ChoiceField Relation { get; } = new(Relations) { Required = true };

    /// <param name="on">Whose page it is; a child's data are noted for this person.</param>
    public void Read(HouseholdMember child, Guid on, Reading reading)
    {
        Name.Value = child.Name is { } name ? reading.Open(on, name) : null;
        Born.Value = child.BirthDate is { } born ? reading.Open(on, born) : null;
        Relation.Value = child.Relation.ToString();
    }

    /// <summary>The answers here that are others there, by the key of their label.</summary>
    public IEnumerable<(string Label, TypedField Field)> Unlike(ChildForm other) =>
        Labelled.Zip(other.Labelled).Where(pair => pair.First.Field.Text != pair.Second.Field.Text).Select(pair => pair.First);

    private IEnumerable<(string Label, TypedField Field)> Labelled => [("name", Name), ("birth-date", Born), ("relation", Relation)];
}
