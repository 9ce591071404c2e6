using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Web.Tables.Importing;

internal static class SheetImportTable
{
    /// <summary>The table of a module's <see cref="SheetImport"/>, and the column by which its records say what they came in with.</summary>
    public static void CreateImports(this MigrationBuilder migration, string imports, string records)
    {
        migration.CreateTable(imports, t => new
        {
            Id = t.Column<Guid>(),
            FileName = t.Column<string>(),
            Content = t.Column<string>(nullable: true),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Added = t.Column<int>(nullable: true),
            UndoneAt = t.Column<DateTime>(nullable: true),
            Stayed = t.Column<int>(),
        }, constraints: t => t.PrimaryKey($"PK_{imports}", i => i.Id));
        migration.AddColumn<Guid>("ImportId", records, nullable: true);
        migration.CreateIndex($"IX_{records}_ImportId", records, "ImportId");
    }
}
