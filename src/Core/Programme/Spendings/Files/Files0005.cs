using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Programme.Spendings.Files;

[DbContext(typeof(ProgrammeDb)), Migration("0005_files")]
internal sealed class Files0005 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("programme_files", t => new
        {
            Id = t.Column<Guid>(),
            SpendingId = t.Column<Guid>(),
            Name = t.Column<string>(),
            Type = t.Column<string>(),
            Size = t.Column<int>(),
            Content = t.Column<byte[]>(),
            By = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            IsRemoved = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_programme_files", f => f.Id));
        migrationBuilder.CreateIndex("IX_programme_files_SpendingId", "programme_files", "SpendingId");
    }
}
