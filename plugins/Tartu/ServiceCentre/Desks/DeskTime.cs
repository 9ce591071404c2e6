namespace Tartu.ServiceCentre.Desks;

/// <summary>When something was done at the desk: statistics go by the day and hour of Estonia.</summary>
internal readonly record struct DeskTime(DateTime At)
{
    public DateOnly Day => Days.DayOf(At);
    public int Hour => TimeZoneInfo.ConvertTimeFromUtc(At, Days.Zone).Hour;
}
