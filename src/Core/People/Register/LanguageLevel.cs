namespace Loim.People.Register;

/// <summary>How well a language is spoken: the six levels of the Council of Europe, or the mother tongue.</summary>
internal enum LanguageLevel { A1, A2, B1, B2, C1, C2, Native }

/// <summary>How a person wants to be reached.</summary>
internal enum ContactChannel { Phone, Email, Message, Post }
