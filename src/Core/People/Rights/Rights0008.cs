using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Rights;

[DbContext(typeof(PeopleDb)), Migration("0008_rights")]
internal sealed class Rights0008 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_restrictions", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Reason = t.Column<string>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            LiftedAt = t.Column<DateTime>(nullable: true),
            LiftedBy = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_people_restrictions", r => r.Id));
        m.CreateIndex("IX_people_restrictions_PersonId", "people_restrictions", "PersonId");
        m.CreateTable("people_corrections", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Field = t.Column<string>(),
            Before = t.Column<string>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_people_corrections", c => c.Id));
        m.CreateIndex("IX_people_corrections_PersonId", "people_corrections", "PersonId");
    }
}
