using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Feedbacks;

[DbContext(typeof(EventsDb)), Migration("0009_asked")]
internal sealed class Asked0009 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("AskedAt", "events_registrations", nullable: true);
        // Until now a list that was ticked had asked; a later correction of it does not ask them again.
        migrationBuilder.Sql("""
            UPDATE events_registrations SET "AskedAt" = "RegisteredAt" WHERE "Id" IN (SELECT "RegistrationId" FROM events_guests WHERE "Attended")
            """);
    }
}
