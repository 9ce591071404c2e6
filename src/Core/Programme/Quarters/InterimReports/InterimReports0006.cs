using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme.Quarters.InterimReports;

[DbContext(typeof(ProgrammeDb)), Migration("0006_interim_reports")]
internal sealed class InterimReports0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("programme_interim_reports", t => new
        {
            Id = t.Column<Guid>(),
            Quarter = t.Column<DateOnly>(),
            Version = t.Column<int>(),
            Content = t.Column<string>(),
            Hash = t.Column<string>(),
            Signature = t.Column<string>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            State = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_programme_interim_reports", r => r.Id));
        m.CreateIndex("IX_programme_interim_reports_Quarter_Version", "programme_interim_reports", ["Quarter", "Version"], unique: true);
        m.CreateTable("programme_report_answers", t => new
        {
            Id = t.Column<Guid>(),
            ReportId = t.Column<Guid>(),
            Kind = t.Column<int>(),
            From = t.Column<int>(nullable: true),
            On = t.Column<DateOnly>(),
            Words = t.Column<string>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_programme_report_answers", a => a.Id);
            t.ForeignKey("FK_programme_report_answers_ReportId", a => a.ReportId, "programme_interim_reports", "Id", onDelete: ReferentialAction.Restrict);
        });
        m.CreateIndex("IX_programme_report_answers_ReportId", "programme_report_answers", "ReportId");
    }
}
