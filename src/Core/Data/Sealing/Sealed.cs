namespace Loim.Data;

/// <summary>
/// A personal value: name, birth date, contact. Every query yields it closed; it prints as "•••".
/// Only <see cref="Reading.Open{T}"/> gives the value, and by that notes the read. Pages use <c>&lt;Personal&gt;</c>.
/// </summary>
/// <remarks>In queries it may be selected, compared for equality and ordered by, nothing else: the guard refuses it.</remarks>
#pragma warning disable CA1036 // Ordered by the database alone; code that compares closed values would open them.
public readonly record struct Sealed<T>(T Value) : IComparable<Sealed<T>>
{
    internal T Value { get; } = Value;

    public override string ToString() => "•••";

    public int CompareTo(Sealed<T> other) => Comparer<T>.Default.Compare(Value, other.Value);
}
#pragma warning restore CA1036

/// <summary>
/// A sealed text of a class that must be encrypted: personal code, health, free-text note. In the database it is
/// AES-256-GCM bound to its table, column and row; it can be selected, and nothing else.
/// </summary>
public readonly record struct Secret
{
    private Secret(string? plain, string? cipher) => (Plain, Stored) = (plain, cipher);

    internal string? Plain { get; }
    private string? Stored { get; }

    internal string Cipher => Stored ?? throw new InvalidOperationException("A secret reached the database before it was sealed.");

    public static Secret Of(string text) => new(text, null);

    internal static Secret FromCipher(string cipher) => new(null, cipher);

    public override string ToString() => "•••";
}
