using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases.BreakGlass;

[DbContext(typeof(CasesDb)), Migration("0007_told_owner")]
internal sealed class ToldOwner0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<Guid>("Owner", "cases_openings", nullable: true);
}
