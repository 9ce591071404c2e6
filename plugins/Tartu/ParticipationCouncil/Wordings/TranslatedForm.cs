using Loim.Web.Forms;

namespace Tartu.ParticipationCouncil.Wordings;

/// <summary>A text that is asked in a further language.</summary>
/// <param name="Key">As in <see cref="Translated.Words"/>.</param>
/// <param name="Label">Key of its label in the language it is written in.</param>
public sealed record Further(string Key, string Label, string Language, int Lines, TextField Field);

/// <summary>A form that asks some of its texts in the other languages of the house too.</summary>
public abstract class TranslatedForm : FormModel
{
    /// <param name="written">The language of what is written.</param>
    /// <param name="texts">Name of each text in its record, key of its label, its greatest length and lines.</param>
    protected TranslatedForm(Deployment deployment, string written, params (string Text, string Label, int Max, int Lines)[] texts) =>
        Further = [.. from language in deployment.Languages.Where(l => l != written)
                      from it in texts
                      let key = $"{it.Text}-{language}"
                      select new Further(key, it.Label, language, it.Lines, Add(key, new TextField { Max = it.Max }))];

    public IReadOnlyList<Further> Further { get; }

    internal IReadOnlyDictionary<string, string?> Words => Further.ToDictionary(f => f.Key, f => f.Field.Value);

    internal void Show(Translated it)
    {
        foreach (var further in Further) { further.Field.Value = it.Words.GetValueOrDefault(further.Key); }
    }
}
