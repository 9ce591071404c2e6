using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases.Closing;

[DbContext(typeof(CasesDb)), Migration("0005_closures")]
internal sealed class Closures0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("cases_closures", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            ClosedOn = t.Column<DateOnly>(),
            ClosedBy = t.Column<Guid>(),
            ClosedByName = t.Column<string>(),
            Outcome = t.Column<string>(),
            Ending = t.Column<string>(nullable: true),
            ReopenedOn = t.Column<DateOnly>(nullable: true),
            ReopenedBy = t.Column<Guid>(nullable: true),
            ReopenedByName = t.Column<string>(nullable: true),
            ReopenReason = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_cases_closures", c => c.Id));
        m.CreateIndex("IX_cases_closures_CaseId", "cases_closures", "CaseId");
    }
}
