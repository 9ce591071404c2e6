using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Events.Import;

[DbContext(typeof(EventsDb)), Migration("0006_imports")]
internal sealed class Imports0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateImports("events_imports", "events_events");
}
