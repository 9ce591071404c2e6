using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Loim.Modules;

/// <summary>
/// Invented data for <c>--demo</c> and <c>seed</c>. Runs once on an empty database, modules in the order of their requirements.
/// Writes through <see cref="Data.Work"/> as any page does. Same seed, same data.
/// </summary>
public interface IDemonstration
{
    /// <summary>Made of the data of all others, and so after them: a report that was submitted.</summary>
    bool IsLast => false;

    Task Add(Scenery scenery, CancellationToken ct);
}

/// <param name="People">How many persons to invent.</param>
/// <param name="Year">Work is spread from 1 January of it to today.</param>
public sealed record Scenery(int People, int Year, DateOnly Today, Random Random)
{
    /// <summary>Public holidays that fall on the same day each year.</summary>
    private static readonly HashSet<(int Month, int Day)> Holidays = [(1, 1), (2, 24), (5, 1), (6, 23), (6, 24), (8, 20), (12, 24), (12, 25), (12, 26)];

    /// <summary>That day where offices are open on it, else the last one before.</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains((day.Month, day.Day))) { day = day.AddDays(-1); }
        return day;
    }

    /// <summary>An instant of a working day of the year, not after today.</summary>
    public DateTime Moment()
    {
        var first = new DateOnly(Year, 1, 1);
        var day = first.AddDays(Random.Next(Math.Max(1, Today.DayNumber - first.DayNumber)));
        return Days.Instant(Workday(day) is var open && open > first ? open : day, new TimeOnly(9 + Random.Next(8), Random.Next(60)));
    }

    /// <summary>The key of the account that plays a role, whether or not it was added already. Where nobody plays it, nobody has the key.</summary>
    /// <param name="role">Id of a role of the deployment (<c>coordinator</c>), or of one of its <see cref="Deployment.DemoAccounts"/>.</param>
    public static Guid AccountOf(string role) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"demonstration {role}")).AsSpan(0, 16));

    /// <summary>A version 7 key of that instant, the same for the same seed.</summary>
    public Guid NewId(DateTime utc)
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (new DateTimeOffset(utc).ToUnixTimeMilliseconds() << 16) | 0x7000L | (uint)Random.Next(0x1000));
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
