using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Consents;

[DbContext(typeof(PeopleDb)), Migration("0005_consents")]
internal sealed class Consents0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_consents", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Purpose = t.Column<string>(),
            Wording = t.Column<string>(),
            Language = t.Column<string>(),
            GivenAt = t.Column<DateTime>(),
            GivenTo = t.Column<string>(),
            WithdrawnAt = t.Column<DateTime>(nullable: true),
            WithdrawnBy = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_people_consents", c => c.Id));
        m.CreateIndex("IX_people_consents_PersonId_Purpose", "people_consents", ["PersonId", "Purpose"]);
    }
}
