using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Loim.Modules;

/// <summary>Records that are over their time: counted in a trial, forgotten in earnest, some at a time.
/// What belongs to somebody whose data are restricted stays (GDPR article 18).</summary>
public abstract class Due
{
    private Due() { }

    /// <param name="rows">Tracked rows of the module's own tables; those with a <c>PersonId</c> are spared while that person is.</param>
    /// <param name="forget">Removes the row, or empties what is personal in it; runs inside a unit of work.</param>
    public static Due Of<T>(IQueryable<T> rows, Action<T> forget) where T : class =>
        Of(rows, row => { forget(row); return Task.CompletedTask; });

    /// <inheritdoc cref="Of{T}(IQueryable{T}, Action{T})"/>
    public static Due Of<T>(IQueryable<T> rows, Func<T, Task> forget) where T : class => new Rows<T>(rows, forget);

    /// <summary>Persons of the register: those whom a module served since then are not due.</summary>
    internal static Due OfPersons(IQueryable<Guid> persons, Func<Guid, Task> forget) => new Persons(persons, forget);

    /// <summary>What the house may not delete by itself: it is shown as due until somebody does.</summary>
    internal static Due ByHand<T>(IQueryable<T> rows) where T : class => new Shown<T>(rows);

    internal abstract bool IsRegister { get; }

    internal abstract Task<int> Count(IReadOnlyCollection<Guid> spared, CancellationToken ct);

    /// <returns>How many were forgotten: fewer than <paramref name="most"/> when no more are due.</returns>
    internal abstract Task<int> Forget(int most, IReadOnlyCollection<Guid> spared, CancellationToken ct);

    private sealed class Rows<T>(IQueryable<T> rows, Func<T, Task> forget) : Due where T : class
    {
        internal override bool IsRegister => false;

        internal override Task<int> Count(IReadOnlyCollection<Guid> spared, CancellationToken ct) => But(spared).CountAsync(ct);

        internal override async Task<int> Forget(int most, IReadOnlyCollection<Guid> spared, CancellationToken ct)
        {
            var due = await But(spared).Take(most).ToListAsync(ct);
            foreach (var row in due) { await forget(row); }
            return due.Count;
        }

        private IQueryable<T> But(IReadOnlyCollection<Guid> spared)
        {
            if (spared.Count == 0 || typeof(T).GetProperty("PersonId") is not { } property) { return rows; }
            var row = Expression.Parameter(typeof(T), "row");
            Expression<Func<Guid?, bool>> isSpared = person => person != null && spared.Contains(person.Value);
            var person = Expression.Convert(Expression.Property(row, property), typeof(Guid?));
            return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Not(Expression.Invoke(isSpared, person)), row));
        }
    }

    private sealed class Shown<T>(IQueryable<T> rows) : Due where T : class
    {
        internal override bool IsRegister => false;

        internal override Task<int> Count(IReadOnlyCollection<Guid> spared, CancellationToken ct) => rows.CountAsync(ct);

        internal override Task<int> Forget(int most, IReadOnlyCollection<Guid> spared, CancellationToken ct) => Task.FromResult(0);
    }

    private sealed class Persons(IQueryable<Guid> persons, Func<Guid, Task> forget) : Due
    {
        internal override bool IsRegister => true;

        internal override async Task<int> Count(IReadOnlyCollection<Guid> spared, CancellationToken ct) => (await DueOf(spared, ct)).Count();

        internal override async Task<int> Forget(int most, IReadOnlyCollection<Guid> spared, CancellationToken ct)
        {
            var due = (await DueOf(spared, ct)).Take(most).ToList();
            foreach (var person in due) { await forget(person); }
            return due.Count;
        }

        private async Task<IEnumerable<Guid>> DueOf(IReadOnlyCollection<Guid> spared, CancellationToken ct) => (await persons.ToListAsync(ct)).Except(spared);
    }
}
