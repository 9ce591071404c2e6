using Loim.Data;
using Loim.Letters.Links;
using Loim.Letters.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Letters;

internal sealed class LettersDb(DbContextOptions<LettersDb> options) : ModuleDb(options)
{
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<PersonalLink> Links => Set<PersonalLink>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Letter>(letter =>
        {
            letter.Property(l => l.State).HasConversion<string>();
            letter.HasIndex(l => new { l.State, l.NextTryAt });
            letter.HasIndex(l => l.PersonId);
            letter.HasQueryFilter(Conventions.Access, l => Viewer.IsHouse || Viewer.Can("letters.read"));
        });
        model.Entity<PersonalLink>(link =>
        {
            link.HasIndex(l => new { l.Subject, l.Purpose });
            link.HasIndex(l => l.PersonId);
            link.HasQueryFilter(Conventions.Access, l => Viewer.IsHouse);
        });
    }
}

[DbContext(typeof(LettersDb)), Migration("0001_letters")]
internal sealed class Letters0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("letters_letters", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Kind = t.Column<string>(),
            Language = t.Column<string>(),
            Address = t.Column<string>(),
            Subject = t.Column<string>(nullable: true),
            Body = t.Column<string>(nullable: true),
            WrittenAt = t.Column<DateTime>(),
            State = t.Column<string>(),
            Tries = t.Column<int>(),
            NextTryAt = t.Column<DateTime>(),
            SentAt = t.Column<DateTime>(nullable: true),
            Trouble = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_letters_letters", l => l.Id));
        m.CreateIndex("IX_letters_letters_State_NextTryAt", "letters_letters", ["State", "NextTryAt"]);
        m.CreateIndex("IX_letters_letters_PersonId", "letters_letters", "PersonId");
        m.CreateTable("letters_links", t => new
        {
            Id = t.Column<Guid>(),
            Purpose = t.Column<string>(),
            Subject = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Once = t.Column<bool>(),
            MadeAt = t.Column<DateTime>(),
            EndsAt = t.Column<DateTime>(),
            EndedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_letters_links", l => l.Id));
        m.CreateIndex("IX_letters_links_Subject_Purpose", "letters_links", ["Subject", "Purpose"]);
        m.CreateIndex("IX_letters_links_PersonId", "letters_links", "PersonId");
    }
}
