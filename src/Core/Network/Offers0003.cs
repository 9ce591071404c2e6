using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Network;

[DbContext(typeof(NetworkDb)), Migration("0003_offers")]
internal sealed class Offers0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        foreach (var language in new[] { "OffersEn", "OffersRu", "OffersUk" }) { m.AddColumn<string>(language, "network_organisations", nullable: true); }
        m.Sql("DROP VIEW network_organisation_cards");
        m.Sql("""
            CREATE VIEW network_organisation_cards AS
            SELECT "Id", "Name", "Sector", "Email", "Phone", "Website", "Offers", "OffersEn", "OffersRu", "OffersUk", "Languages", "CheckedOn"
            FROM network_organisations WHERE "EndedAt" IS NULL
            """);
    }
}
