namespace Loim.Events.Registrations.Seats;

/// <summary>
/// The seats of one event. They go in the order in which registrations came, a family's all at once; while the first of those who
/// wait needs more seats than are free, nobody overtakes.
/// </summary>
internal sealed class SeatBook(Event it, IReadOnlyList<Registration> registrations)
{
    private readonly List<Registration> standing = [.. registrations.Where(r => r.State != RegistrationState.Cancelled).OrderBy(r => r.Number)];

    public int Free => Math.Max(0, (it.Capacity ?? 0) - standing.Where(r => r.State == RegistrationState.Seated).Sum(r => r.Seats));

    public IEnumerable<Registration> Waiting => standing.Where(r => r.State == RegistrationState.Waiting);

    /// <returns>Those who have seats by this.</returns>
    public IReadOnlyList<Registration> Fill()
    {
        var seated = new List<Registration>();
        foreach (var first in Waiting.ToList())
        {
            if (first.Seats > Free) { break; }
            first.Seat();
            seated.Add(first);
        }
        return seated;
    }
}
