using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events;

[DbContext(typeof(EventsDb)), Migration("0010_worded_card")]
internal sealed class WordedCard0010 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP VIEW events_cards");
        migrationBuilder.Sql("""
            CREATE VIEW events_cards AS
            SELECT "Id", "Kind", "Title", "Words", "Day", "Start", "End", "Venue", "PlanLine", "State", "JointWith", "Newcomers", "Locals", "Returning" FROM events_events WHERE "State" <> 3
            """);
    }
}
