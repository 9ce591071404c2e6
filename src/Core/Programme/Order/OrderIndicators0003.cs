using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme.Order;

[DbContext(typeof(ProgrammeDb)), Migration("0003_order_indicators")]
internal sealed class OrderIndicators0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_targets", t => new { Id = t.Column<Guid>(), Indicator = t.Column<string>(), Year = t.Column<int>(), Amount = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_programme_targets", x => x.Id));
        m.CreateIndex("IX_programme_targets_Indicator_Year", "programme_targets", ["Indicator", "Year"], unique: true);
        m.CreateTable("programme_indicator_records", t => new
        {
            Id = t.Column<Guid>(),
            Indicator = t.Column<string>(),
            Owner = t.Column<string>(),
            On = t.Column<DateOnly>(),
            Amount = t.Column<long>(),
            SourceTable = t.Column<string>(nullable: true),
            Order = t.Column<string>(nullable: true),
            OrderedOn = t.Column<DateOnly>(nullable: true),
            Source = t.Column<string>(nullable: true),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            VoidedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_programme_indicator_records", r => r.Id));
        m.CreateIndex("IX_programme_indicator_records_Indicator_On", "programme_indicator_records", ["Indicator", "On"]);
    }
}
