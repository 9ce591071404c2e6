using Tallinn.Interpreters.Orders;

namespace Tallinn.Interpreters.Arranging;

/// <summary>Interpretations that took place, by the day on which they did.</summary>
internal sealed class OrdersDone(InterpretersDb db) : IIndicator
{
    public string Code => "interpreters.done";
    public Aggregate Aggregate => Aggregate.Count;

    public IQueryable<Evidence> Evidence(Period period) => Done(db, period);

    public static IQueryable<Evidence> Done(InterpretersDb db, Period period) =>
        from order in db.Orders
        where order.State == OrderState.Done && order.Day >= period.From && order.Day < period.Until
        select new Evidence
        {
            Id = order.Id,
            On = order.Day,
            Person = order.PersonId,
            Amount = order.DoneMinutes ?? 0,
            PlanLine = order.PlanLine,
            Href = "/interpreters/" + order.Id,
        };
}

/// <summary>Minutes interpreted.</summary>
internal sealed class MinutesDone(InterpretersDb db) : IIndicator
{
    public string Code => "interpreters.minutes";
    public Aggregate Aggregate => Aggregate.Sum;

    public IQueryable<Evidence> Evidence(Period period) => OrdersDone.Done(db, period);
}
