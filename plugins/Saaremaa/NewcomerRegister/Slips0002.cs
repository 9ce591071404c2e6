using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Saaremaa.NewcomerRegister;

[DbContext(typeof(NewcomerRegisterDb)), Migration("0002_slips")]
internal sealed class Slips0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("ConfirmedBefore", "newcomer_register_entries", nullable: true);
}
