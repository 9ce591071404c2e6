using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Network.Import;

[DbContext(typeof(NetworkDb)), Migration("0002_imports")]
internal sealed class Imports0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("network_imports", t => new
        {
            Id = t.Column<Guid>(),
            FileName = t.Column<string>(),
            Content = t.Column<string>(nullable: true),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Added = t.Column<int>(nullable: true),
            UndoneAt = t.Column<DateTime>(nullable: true),
            Stayed = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_network_imports", i => i.Id));
        m.AddColumn<Guid>("ImportId", "network_organisations", nullable: true);
        m.CreateIndex("IX_network_organisations_ImportId", "network_organisations", "ImportId");
    }
}
