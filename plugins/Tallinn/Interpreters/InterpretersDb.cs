using Loim.People;
using Loim.Programme;
using Tallinn.Interpreters.Orders;

namespace Tallinn.Interpreters;

/// <summary>Who orders sees own orders; who arranges sees all.</summary>
internal sealed class InterpretersDb(DbContextOptions<InterpretersDb> options) : ModuleDb(options)
{
    public DbSet<InterpreterOrder> Orders => Set<InterpreterOrder>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesPeople(this);
        model.SeesPlanLines();
        model.Entity<InterpreterOrder>().HasIndex(o => o.Day);
        model.Entity<InterpreterOrder>().HasIndex(o => o.PersonId);
        model.Entity<InterpreterOrder>().HasQueryFilter("access", o => Viewer.IsHouse || Viewer.Can("interpreters.arrange")
            || Viewer.Can("interpreters.order") && o.OrderedBy == Viewer.Account);
    }
}

[DbContext(typeof(InterpretersDb)), Migration("0001_interpreters")]
internal sealed class Interpreters0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("interpreters_orders", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Occasion = t.Column<string>(nullable: true),
            Topic = t.Column<string>(),
            Day = t.Column<DateOnly>(),
            Start = t.Column<TimeOnly>(),
            Minutes = t.Column<int>(),
            Languages = t.Column<string>(),
            Place = t.Column<string>(),
            OrderedBy = t.Column<Guid>(),
            OrderedAt = t.Column<DateTime>(),
            State = t.Column<int>(),
            Provider = t.Column<string>(nullable: true),
            OfferedCents = t.Column<long>(nullable: true),
            PlanLine = t.Column<Guid>(nullable: true),
            ConfirmedAt = t.Column<DateTime>(nullable: true),
            DoneMinutes = t.Column<int>(nullable: true),
            CostCents = t.Column<long>(nullable: true),
            CancelReason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_interpreters_orders", o => o.Id));
        migrationBuilder.CreateIndex("IX_interpreters_orders_Day", "interpreters_orders", "Day");
        migrationBuilder.CreateIndex("IX_interpreters_orders_PersonId", "interpreters_orders", "PersonId");
    }
}
