using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Eligibility;

[DbContext(typeof(PeopleDb)), Migration("0004_eligibility")]
internal sealed class Eligibility0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_eligibility_exceptions", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Reason = t.Column<string>(),
            From = t.Column<DateOnly>(),
            Until = t.Column<DateOnly>(nullable: true),
            By = t.Column<Guid>(),
            ByName = t.Column<string>(),
            At = t.Column<DateTime>(),
            EndedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_people_eligibility_exceptions", e => e.Id));
        m.CreateIndex("IX_people_eligibility_exceptions_PersonId", "people_eligibility_exceptions", "PersonId");
    }
}
