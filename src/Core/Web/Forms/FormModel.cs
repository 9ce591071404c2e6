using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Loim.Web.Forms;

/// <summary>
/// What a form asks: one property a field. It holds the posted strings, so what was typed is never lost,
/// and answers typed values once <see cref="Form.OnSubmit"/> runs.
/// </summary>
public abstract class FormModel
{
    private readonly List<string> problems = [];
    private bool failed;

    protected FormModel()
    {
        foreach (var property in GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (property.PropertyType.IsAssignableTo(typeof(Field)) && property.GetValue(this) is Field field)
            {
                field.Name = property.Name;
                Fields.Add(field);
            }
        }
    }

    /// <summary>Name and value (<c>find=1</c>) of the extra button that was pressed, or null.</summary>
    public string? Submitter { get; private set; }

    /// <summary>Name and row of the button of a list that was pressed (<c>&lt;Button Name="undo" Row="row.Id"&gt;</c>), or null.</summary>
    public (string Button, Guid Row)? PressedRow => Submitter?.Split('=') is [var button, var text] && Guid.TryParse(text, out var row) ? (button, row) : null;

    internal List<Field> Fields { get; } = [];
    internal IReadOnlyList<string> Problems => problems;
    internal bool IsWrong => failed;

    /// <summary>A rule refuses the answer: the sentence stands beside the field and in the summary.</summary>
    public void Fail(Field field, string sentence)
    {
        field.Fail(sentence);
        failed = true;
    }

    /// <summary>A rule refuses the form as a whole.</summary>
    public void Fail(string sentence)
    {
        problems.Add(sentence);
        failed = true;
    }

    /// <summary>A field that is no property: one of as many as the page needs.</summary>
    protected internal T Add<T>(string name, T field) where T : Field
    {
        field.Name = name;
        Fields.Add(field);
        return field;
    }

    internal void Fill(IFormCollection form)
    {
        foreach (var field in Fields) { field.Fill(form); }
        var extra = form.Keys.FirstOrDefault(key => !key.StartsWith('_') && Fields.TrueForAll(f => f.Name != key));
        Submitter = extra is null ? null : $"{extra}={form[extra]}";
    }

    internal void Fill(IReadOnlyDictionary<string, StringValues> draft)
    {
        foreach (var field in Fields.Where(f => draft.ContainsKey(f.Name))) { field.Fill(draft[field.Name]); }
    }

    internal bool Check(Wording words)
    {
        problems.Clear();
        failed = false;
        foreach (var field in Fields) { failed |= !field.Check(words); }
        CheckTogether(words);
        return !failed;
    }

    /// <summary>What no field can tell by itself.</summary>
    private protected virtual void CheckTogether(Wording words) { }
}
