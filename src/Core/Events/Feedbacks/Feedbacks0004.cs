using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Feedbacks;

[DbContext(typeof(EventsDb)), Migration("0004_feedback")]
internal sealed class Feedbacks0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("events_feedbacks", t => new
        {
            Id = t.Column<Guid>(),
            EventId = t.Column<Guid>(),
            Language = t.Column<string>(),
            Rating = t.Column<int>(),
            Comment = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_events_feedbacks", f => f.Id));
        migrationBuilder.CreateIndex("IX_events_feedbacks_EventId", "events_feedbacks", "EventId");
    }
}
