using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Registrations.Calls;

[DbContext(typeof(EventsDb)), Migration("0011_calls")]
internal sealed class Calls0011 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("ToCall", "events_registrations", nullable: true);
}
