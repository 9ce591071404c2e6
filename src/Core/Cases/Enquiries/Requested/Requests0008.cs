using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases.Enquiries.Requested;

[DbContext(typeof(CasesDb)), Migration("0008_requests")]
internal sealed class Requests0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("RequestId", "cases_enquiries", nullable: true);
        migrationBuilder.CreateIndex("IX_cases_enquiries_RequestId", "cases_enquiries", "RequestId");
    }
}
