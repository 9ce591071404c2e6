namespace Loim.Modules;

/// <summary>
/// Invented data for <c>--demo</c> and <c>seed</c>. Runs once on an empty database, modules in the order of their requirements.
/// Writes through <see cref="Data.Work"/> as any page does. Same seed, same data.
/// </summary>
public interface IDemonstration
{
    Task Add(Scenery scenery, CancellationToken ct);
}

/// <param name="People">How many persons to invent.</param>
/// <param name="Year">Work is spread from 1 January of it to today.</param>
public sealed record Scenery(int People, int Year, DateOnly Today, Random Random);
