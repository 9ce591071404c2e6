using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Households;

[DbContext(typeof(PeopleDb)), Migration("0003_households")]
internal sealed class Households0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_household_members", t => new
        {
            Id = t.Column<Guid>(),
            HouseholdId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Name = t.Column<string>(nullable: true),
            BirthDate = t.Column<DateOnly>(nullable: true),
            Relation = t.Column<string>(),
            AddedAt = t.Column<DateTime>(),
            LeftAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_people_household_members", h => h.Id));
        m.CreateIndex("IX_people_household_members_HouseholdId", "people_household_members", "HouseholdId");
        m.CreateIndex("IX_people_household_members_PersonId", "people_household_members", "PersonId");
    }
}
