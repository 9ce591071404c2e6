using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases;

[DbContext(typeof(CasesDb)), Migration("0003_forgotten_cases")]
internal sealed class ForgottenCases0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "cases_cases", nullable: true);
}
