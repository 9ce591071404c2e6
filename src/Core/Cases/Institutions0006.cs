using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases;

[DbContext(typeof(CasesDb)), Migration("0006_institutions")]
internal sealed class Institutions0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("OrganisationId", "cases_referrals", nullable: true);
}
