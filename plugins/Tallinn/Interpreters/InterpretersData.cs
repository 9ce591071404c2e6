using System.Runtime.CompilerServices;
using Tallinn.Interpreters.Orders;

namespace Tallinn.Interpreters;

internal sealed class InterpretersData(House<InterpretersDb> house, Reading reading) : IPersonalData
{
    public IReadOnlyList<Retention> Retention => [new("data.order", TimeSpan.FromDays(5 * 365), "data.ground", before =>
    {
        var day = Days.DayOf(before);
        return Due.Of(house.Db.Orders.Where(o => o.PersonId != null && o.Day < day), o => o.Forget());
    })];

    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var order in await house.Db.Orders.AsNoTracking().Where(o => o.PersonId == person).OrderBy(o => o.Day).ToListAsync(ct))
        {
            yield return new("data.order", order.Day, new Dictionary<string, string?>
            {
                ["topic"] = reading.Open(person, order.Topic, InterpreterOrder.TopicPlace(order.Id)),
                ["place"] = order.Place,
                ["languages"] = string.Join(", ", order.Languages),
                ["reason"] = order.CancelReason is { } why ? reading.Open(person, why, InterpreterOrder.CancelReasonPlace(order.Id)) : null,
            });
        }
    }

    public async Task<int> Erase(Guid person, CancellationToken ct)
    {
        var orders = await house.Db.Orders.Where(o => o.PersonId == person).ToListAsync(ct);
        orders.ForEach(o => o.Forget());
        return orders.Count;
    }

    public async Task<IReadOnlyCollection<Guid>> ServedSince(DateOnly day, CancellationToken ct) =>
        await house.Db.Orders.Where(o => o.PersonId != null && o.Day >= day).Select(o => o.PersonId!.Value).Distinct().ToListAsync(ct);
}
