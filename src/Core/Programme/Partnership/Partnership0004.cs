using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme.Partnership;

[DbContext(typeof(ProgrammeDb)), Migration("0004_partnership")]
internal sealed class Partnership0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_agreements", t => new
        {
            Id = t.Column<Guid>(),
            Number = t.Column<string>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(),
            IsVoid = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_agreements", a => a.Id));
        m.CreateTable("programme_posts", t => new
        {
            Id = t.Column<Guid>(),
            Role = t.Column<string>(),
            Duties = t.Column<string>(),
            IsCoordinator = t.Column<bool>(),
            Load = t.Column<int>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
            LineId = t.Column<Guid>(nullable: true),
            IsVoid = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_posts", p => p.Id));
        m.CreateTable("programme_deadlines", t => new
        {
            Id = t.Column<Guid>(),
            Title = t.Column<string>(),
            ProvisionalOn = t.Column<DateOnly>(),
            AgreedOn = t.Column<DateOnly>(nullable: true),
            DoneOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_programme_deadlines", d => d.Id));
    }
}
