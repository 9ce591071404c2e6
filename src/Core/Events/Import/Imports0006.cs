using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Import;

[DbContext(typeof(EventsDb)), Migration("0006_imports")]
internal sealed class Imports0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("events_imports", t => new
        {
            Id = t.Column<Guid>(),
            FileName = t.Column<string>(),
            Content = t.Column<string>(nullable: true),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Added = t.Column<int>(nullable: true),
            UndoneAt = t.Column<DateTime>(nullable: true),
            Stayed = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_events_imports", i => i.Id));
        m.AddColumn<Guid>("ImportId", "events_events", nullable: true);
        m.CreateIndex("IX_events_events_ImportId", "events_events", "ImportId");
    }
}
