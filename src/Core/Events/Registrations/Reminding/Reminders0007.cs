using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Registrations.Reminding;

[DbContext(typeof(EventsDb)), Migration("0007_reminders")]
internal sealed class Reminders0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("RemindedAt", "events_registrations", nullable: true);
}
