using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Register;

[DbContext(typeof(PeopleDb)), Migration("0009_list_index")]
internal sealed class ListIndex0009 : Migration
{
    private static readonly string[] Columns = ["TargetGroup", "fold", "Id", "ErasedAt", "FamilyName", "GivenName", "OwnName", "Language", "ArrivedOn"];

    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex($"IX_people_people_{string.Join('_', Columns)}", "people_people", Columns);
}
