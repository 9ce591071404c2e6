using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Cases.BreakGlass;

[DbContext(typeof(CasesDb)), Migration("0004_openings")]
internal sealed class Openings0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<bool>("IsConfidential", "cases_cases", defaultValue: false);
        m.CreateTable("cases_openings", t => new
        {
            Id = t.Column<Guid>(),
            CaseId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Account = t.Column<Guid>(),
            AccountName = t.Column<string>(),
            Reason = t.Column<string>(),
            At = t.Column<DateTime>(),
            Until = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_cases_openings", o => o.Id));
        m.CreateIndex("IX_cases_openings_Account_CaseId", "cases_openings", ["Account", "CaseId"]);
        m.CreateIndex("IX_cases_openings_CaseId", "cases_openings", "CaseId");
    }
}
