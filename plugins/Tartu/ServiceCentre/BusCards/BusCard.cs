using Tartu.ServiceCentre.Desks;

namespace Tartu.ServiceCentre.BusCards;

/// <summary>One bus card personalised at the desk: a tally, with nothing said of whose it is.</summary>
/// <remarks>Source: TRT-05.</remarks>
internal sealed class BusCard
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Of the day in Estonia, 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>Of the one who pressed the key; null is the municipality.</summary>
    public string? Organisation { get; init; }
    public required Guid CountedBy { get; init; }

    public static BusCard Of(DeskWorker by, DateTime at)
    {
        var time = new DeskTime(at);
        return new() { At = at, Day = time.Day, Hour = time.Hour, Organisation = by.Organisation, CountedBy = by.Account };
    }
}
