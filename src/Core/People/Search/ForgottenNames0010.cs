using Loim.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Search;

/// <summary>Names that were deleted or changed before are taken out of the index of names.</summary>
[DbContext(typeof(PeopleDb)), Migration("0010_forgotten_names")]
internal sealed class ForgottenNames0010 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.ForgetDeletedTrigrams("people_people");
}
