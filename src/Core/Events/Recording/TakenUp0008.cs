using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Recording;

[DbContext(typeof(EventsDb)), Migration("0008_taken_up")]
internal sealed class TakenUp0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("TakenUpAs", "events_events", nullable: true);
        migrationBuilder.Sql("DROP VIEW events_cards");
        migrationBuilder.Sql("""
            CREATE VIEW events_cards AS
            SELECT "Id", "Kind", "Title", "Day", "Start", "End", "Venue", "PlanLine", "State", "JointWith", "Newcomers", "Locals", "Returning" FROM events_events WHERE "State" <> 3
            """);
    }
}
