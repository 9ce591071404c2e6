namespace Loim.People;

/// <summary>The language one speaks with a person: those of the house, or another.</summary>
public enum SpokenLanguage { Ukrainian, Russian, English, Estonian, Other }
