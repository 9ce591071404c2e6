using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Merging;

[DbContext(typeof(PeopleDb)), Migration("0006_aliases")]
internal sealed class Aliases0006 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_aliases", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            MergedAt = t.Column<DateTime>(),
            MergedBy = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_people_aliases", a => a.Id));
        m.CreateIndex("IX_people_aliases_PersonId", "people_aliases", "PersonId");
        m.Sql("DROP VIEW people_cards");
        m.Sql("""
            CREATE VIEW people_cards AS
            SELECT r."Id", p."GivenName" || ' ' || p."FamilyName" AS "Name", p."OwnName", p."TargetGroup", p."Language", p."fold", p."Basis", p."Id" AS "Person"
            FROM people_people AS r
            LEFT JOIN people_aliases AS a ON a."Id" = r."Id"
            JOIN people_people AS p ON p."Id" = coalesce(a."PersonId", r."Id")
            WHERE p."ErasedAt" IS NULL
            """);
    }
}
