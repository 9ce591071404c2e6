using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Register;

[DbContext(typeof(PeopleDb)), Migration("0002_details")]
internal sealed class PersonDetails0002 : Migration
{
    private static readonly string[] Words = ["Basis", "Area", "Channel", "Estonian", "English", "Russian", "Ukrainian", "OtherLanguages"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        foreach (var column in Words) { m.AddColumn<string>(column, "people_people", nullable: true); }
        m.AddColumn<DateOnly>("ContactConfirmedOn", "people_people", nullable: true);
        m.AddColumn<int>("Version", "people_people", defaultValue: 0);
        m.Sql("DROP VIEW people_cards");
        m.Sql("""
            CREATE VIEW people_cards AS
            SELECT "Id", "GivenName" || ' ' || "FamilyName" AS "Name", "OwnName", "TargetGroup", "Language", "fold", "Basis"
            FROM people_people WHERE "ErasedAt" IS NULL
            """);
    }
}
