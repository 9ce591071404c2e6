using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events;

[DbContext(typeof(EventsDb)), Migration("0005_returning_card")]
internal sealed class ReturningCard0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP VIEW events_cards");
        migrationBuilder.Sql("""
            CREATE VIEW events_cards AS
            SELECT "Id", "Kind", "Title", "Day", "Start", "End", "Venue", "PlanLine", "State", "Newcomers", "Locals", "Returning" FROM events_events WHERE "State" <> 3
            """);
    }
}
