namespace Loim.Modules;

/// <summary>
/// A module's settings: bound to the section of its id, validated by data annotations when the house is built,
/// registered under its own type; the administrator's form is generated from its properties.
/// </summary>
/// <remarks>Properties are <c>string</c>, <c>int</c>, <c>bool</c> or an enum, with init accessors and a default;
/// labels are the texts <c>settings.{Property}</c>. A value that does not validate is refused, and the old one goes on.</remarks>
public abstract record Settings;
