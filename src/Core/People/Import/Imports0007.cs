using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Import;

[DbContext(typeof(PeopleDb)), Migration("0007_imports")]
internal sealed class Imports0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateImports("people_imports", "people_people");
}
