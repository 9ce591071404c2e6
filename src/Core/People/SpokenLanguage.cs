namespace Loim.People;

/// <summary>The language one speaks with a person: those of the house, or another.</summary>
public enum SpokenLanguage { Ukrainian, Russian, English, Estonian, Other }

/// <summary>The languages in which people are written to and asked, as a choice.</summary>
internal static class WrittenLanguages
{
    public static readonly (string Value, string TextKey)[] All =
        [("et", "language.Estonian"), ("en", "language.English"), ("ru", "language.Russian"), ("uk", "language.Ukrainian")];
}
