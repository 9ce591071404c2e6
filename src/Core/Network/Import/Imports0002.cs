using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Network.Import;

[DbContext(typeof(NetworkDb)), Migration("0002_imports")]
internal sealed class Imports0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateImports("network_imports", "network_organisations");
}
