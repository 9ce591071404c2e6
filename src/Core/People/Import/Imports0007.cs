using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People.Import;

[DbContext(typeof(PeopleDb)), Migration("0007_imports")]
internal sealed class Imports0007 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_imports", t => new
        {
            Id = t.Column<Guid>(),
            FileName = t.Column<string>(),
            Content = t.Column<string>(nullable: true),
            At = t.Column<DateTime>(),
            By = t.Column<string>(),
            Added = t.Column<int>(nullable: true),
            UndoneAt = t.Column<DateTime>(nullable: true),
            Stayed = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_people_imports", i => i.Id));
        m.AddColumn<Guid>("ImportId", "people_people", nullable: true);
        m.CreateIndex("IX_people_people_ImportId", "people_people", "ImportId");
    }
}
