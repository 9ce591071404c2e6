namespace Saaremaa.Volunteers.Hours;

/// <summary>Hours that volunteers gave.</summary>
internal sealed class HoursFigure(VolunteersDb db) : IIndicator
{
    public string Code => "volunteers.hours";
    public Aggregate Aggregate => Aggregate.Sum;

    public IQueryable<Evidence> Evidence(Period period) =>
        from logged in db.Hours
        where logged.TakenBackAt == null && logged.Day >= period.From && logged.Day < period.Until
        select new Evidence { Id = logged.Id, On = logged.Day, Amount = logged.Hours, Kind = "skill." + logged.Skill, Href = "/volunteers/" + logged.VolunteerId };
}
