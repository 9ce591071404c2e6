namespace Loim.Data;

/// <summary>Nobody is to be found behind such a row. The audit notes that one came, and not which: beside the use of a personal link it would say whose it is.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AnonymousAttribute : Attribute;
