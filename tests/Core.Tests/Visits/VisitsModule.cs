using Loim.Data;
using Loim.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Core.Tests.Visits;

/// <summary>A small module to test the data layer by: visits of persons, seen by their own unit.</summary>
public sealed class VisitsModule : Module;

[Processing("purpose", LawfulBasis.PublicTask, "visit")]
public sealed class Visit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; } = Guid.CreateVersion7();
    public required Sealed<string> Name { get; set; }
    public Sealed<DateOnly>? Born { get; set; }
    public Secret? Note { get; set; }
    public int Unit { get; set; }
    [Special]
    public bool IsIll { get; set; }
    public DateTime At { get; init; }
}

public sealed class VisitsDb(DbContextOptions<VisitsDb> options) : ModuleDb(options)
{
    public DbSet<Visit> Visits => Set<Visit>();

    protected override void Shape(ModelBuilder model) =>
        model.Entity<Visit>().HasFold(nameof(Visit.Name)).HasQueryFilter("access", v => Viewer.IsHouse || Viewer.Can("visits.read") && v.Unit == 1);
}

[DbContext(typeof(VisitsDb)), Migration("0001_visits")]
public sealed class Visits0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("visits_visits", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Name = t.Column<string>(),
            Born = t.Column<DateOnly>(nullable: true),
            Note = t.Column<string>(nullable: true),
            Unit = t.Column<int>(),
            IsIll = t.Column<bool>(),
            At = t.Column<DateTime>(),
            fold = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_visits_visits", v => v.Id));
        migrationBuilder.CreateIndex("IX_visits_visits_fold_Id", "visits_visits", ["fold", "Id"]);
    }
}

public sealed record VisitMade(Guid Visit) : IFact;

public sealed class VisitData : IPersonalData
{
    public async IAsyncEnumerable<PersonalRecord> Export(Guid person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<int> Erase(Guid person, CancellationToken ct) => Task.FromResult(0);
    public IReadOnlyList<Retention> Retention => [];
}

/// <summary>What the handler was given; fails as often as a test asks.</summary>
[Singleton]
internal sealed class Seen
{
    public System.Collections.Concurrent.ConcurrentQueue<Guid> Visits { get; } = [];
    public int FailuresLeft;
    public SemaphoreSlim Handled { get; } = new(0);
}

internal sealed class SeeVisit(Seen seen, VisitsDb db, Work work) : IHandle<VisitMade>
{
    public async Task Handle(VisitMade fact, CancellationToken ct)
    {
        await work.Do(() => db.Add(new Visit { Name = new("echo"), Unit = 9 }));
        if (Interlocked.Decrement(ref seen.FailuresLeft) >= 0) { throw new InvalidOperationException("asked to fail"); }
        seen.Visits.Enqueue(fact.Visit);
        seen.Handled.Release();
    }
}
