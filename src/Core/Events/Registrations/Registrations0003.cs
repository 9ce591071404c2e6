using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Registrations;

[DbContext(typeof(EventsDb)), Migration("0003_registrations")]
internal sealed class Registrations0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Registrations(migrationBuilder);
        Guests(migrationBuilder);
    }

    private static void Registrations(MigrationBuilder m)
    {
        m.CreateTable("events_registrations", t => new
        {
            Id = t.Column<Guid>(),
            EventId = t.Column<Guid>(),
            Number = t.Column<int>(),
            Ticket = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            State = t.Column<int>(),
            Seats = t.Column<int>(),
            Email = t.Column<string>(nullable: true),
            Phone = t.Column<string>(nullable: true),
            Language = t.Column<string>(),
            Needs = t.Column<string>(),
            AreLocals = t.Column<bool>(),
            RegisteredAt = t.Column<DateTime>(),
            ForgottenAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_events_registrations", r => r.Id));
        m.CreateIndex("IX_events_registrations_EventId_Number", "events_registrations", ["EventId", "Number"], unique: true);
        m.CreateIndex("IX_events_registrations_Ticket", "events_registrations", "Ticket", unique: true);
        m.CreateIndex("IX_events_registrations_PersonId", "events_registrations", "PersonId");
    }

    private static void Guests(MigrationBuilder m)
    {
        m.CreateTable("events_guests", t => new
        {
            Id = t.Column<Guid>(),
            RegistrationId = t.Column<Guid>(),
            EventId = t.Column<Guid>(),
            Number = t.Column<int>(),
            Name = t.Column<string>(),
            Age = t.Column<int>(),
            Who = t.Column<string>(nullable: true),
            Attended = t.Column<bool>(),
            Returned = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_events_guests", g => g.Id);
            t.ForeignKey("FK_events_guests_events_registrations_RegistrationId", g => g.RegistrationId, "events_registrations", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_events_guests_RegistrationId", "events_guests", "RegistrationId");
        m.CreateIndex("IX_events_guests_EventId", "events_guests", "EventId");
        m.CreateIndex("IX_events_guests_Who", "events_guests", "Who");
    }
}
