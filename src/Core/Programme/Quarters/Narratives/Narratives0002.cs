using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme.Quarters.Narratives;

[DbContext(typeof(ProgrammeDb)), Migration("0002_narratives")]
internal sealed class Narratives0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_narratives", t => new
        {
            Id = t.Column<Guid>(),
            LineId = t.Column<Guid>(),
            Quarter = t.Column<DateOnly>(),
            Version = t.Column<int>(),
            Text = t.Column<string>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_programme_narratives", n => n.Id));
        m.CreateIndex("IX_programme_narratives_Quarter_LineId_Version", "programme_narratives", ["Quarter", "LineId", "Version"], unique: true);
    }
}
