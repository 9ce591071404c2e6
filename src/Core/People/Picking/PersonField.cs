using Loim.Web;
using Loim.Web.Forms;

namespace Loim.People;

/// <summary>A person who was found and chosen with <see cref="PersonPicker"/>. Nobody may be chosen, unless it is required;
/// words that were typed and led to no choice are a mistake, so that nobody is lost silently.</summary>
public sealed class PersonField : Field
{
    public Guid? Id
    {
        get => Raw.Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
        set => Raw = value?.ToString() ?? "";
    }

    internal string Query => Id is null ? Raw.Select(Typed.Clean).FirstOrDefault(v => v.Length > 0) ?? "" : "";

    private protected override string? Read(Wording words) =>
        Query.Length > 0 ? words["field.person"] : Required && Id is null ? words["field.required"] : null;
}
