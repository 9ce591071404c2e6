using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.DataProtection.Rights.Forgetting;

[DbContext(typeof(DataProtectionDb)), Migration("0002_erasures")]
internal sealed class Erasures0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("data_protection_erasures", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Reason = t.Column<string>(),
            IsUnlawful = t.Column<bool>(),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            FinishedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_data_protection_erasures", e => e.Id));
        m.CreateIndex("IX_data_protection_erasures_PersonId", "data_protection_erasures", "PersonId");
        m.CreateTable("data_protection_erased_parts", t => new
        {
            Id = t.Column<Guid>(),
            ErasureId = t.Column<Guid>(),
            Module = t.Column<string>(),
            Number = t.Column<int>(),
            Outcome = t.Column<string>(),
            Records = t.Column<int>(),
            What = t.Column<string>(nullable: true),
            KeptUntil = t.Column<DateOnly>(nullable: true),
            ErasedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_data_protection_erased_parts", p => p.Id);
            t.ForeignKey("FK_data_protection_erased_parts_data_protection_erasures_ErasureId", p => p.ErasureId, "data_protection_erasures", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_data_protection_erased_parts_ErasureId", "data_protection_erased_parts", "ErasureId");
    }
}
