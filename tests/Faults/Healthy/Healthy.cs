using System.IO;

namespace Faults.Healthy;

/// <summary>Does nothing wrong; stands beside each of the others.</summary>
public sealed class HealthyModule : Module
{
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/number", async (HealthyDb db) => await db.Entries.CountAsync()).AllowAnonymous();
        routes.MapPost("/number", async (HealthyDb db, Work work) => await work.Do(() => db.Add(new Entry()))).AllowAnonymous();
        routes.MapGet("/greeting", (IConfiguration _, Greeting greeting) => greeting.Text).AllowAnonymous();
        routes.MapPost("/echo", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync()).AllowAnonymous();
    }
}

public sealed record Greeting : Settings
{
    public string Text { get; init; } = "hello";
}

public sealed class Entry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

public sealed class HealthyDb(DbContextOptions<HealthyDb> options) : ModuleDb(options)
{
    public DbSet<Entry> Entries => Set<Entry>();
}

[DbContext(typeof(HealthyDb)), Migration("0001_healthy")]
public sealed class Healthy0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("healthy_entries", t => new { Id = t.Column<Guid>() }, constraints: t => t.PrimaryKey("PK_healthy_entries", e => e.Id));
}

[Route("/healthy"), Public]
public sealed class Welcome : ComponentBase;
