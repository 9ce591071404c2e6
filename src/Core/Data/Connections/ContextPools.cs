using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Loim.Data;

/// <summary>Contexts of each kind, made once and lent again, in one generation after the other: nothing in them is a generation's own.</summary>
internal sealed class ContextPools
{
    private readonly ConcurrentDictionary<Type, object> pools = [];

    public T Take<T>() where T : ModuleDb =>
        ((PooledDbContextFactory<T>)pools.GetOrAdd(typeof(T), _ => new PooledDbContextFactory<T>(DbOptions.Of<T>(b => b.UseSqlite()), poolSize: 64))).CreateDbContext();
}
