using Loim.Data;
using Loim.Network.Organisations;
using Loim.PublicSite.Help;
using Loim.PublicSite.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.PublicSite;

internal sealed class PublicSiteDb(DbContextOptions<PublicSiteDb> options) : ModuleDb(options)
{
    public DbSet<InfoPage> Pages => Set<InfoPage>();
    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();

    protected override void Shape(ModelBuilder model)
    {
        model.SeesOrganisations(this);
        model.Entity<InfoPage>(page =>
        {
            page.HasIndex(p => p.Slug).IsUnique();
            page.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.PageId);
            page.HasQueryFilter(Conventions.Access, p => Viewer.IsHouse || p.PublishedAt != null || Viewer.Can("public-site.write"));
        });
        model.Entity<InfoText>(text =>
        {
            text.ToTable("Texts").HasIndex(t => new { t.PageId, t.Language }).IsUnique();
            text.HasQueryFilter(Conventions.Access, _ => Viewer.IsKnown);
        });
        model.Entity<HelpRequest>(request =>
        {
            request.HasIndex(r => r.ArrivedAt);
            request.HasQueryFilter(Conventions.Access, r => Viewer.IsHouse
                || Viewer.Can("public-site.answer") && (r.TakenBy == null || r.TakenBy == Viewer.Account));
        });
    }
}

[DbContext(typeof(PublicSiteDb)), Migration("0001_public_site")]
internal sealed class PublicSite0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("public_site_pages", t => new
        {
            Id = t.Column<Guid>(),
            Slug = t.Column<string>(),
            Position = t.Column<int>(),
            ReviewedOn = t.Column<DateOnly>(nullable: true),
            PublishedAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_public_site_pages", p => p.Id));
        m.CreateIndex("IX_public_site_pages_Slug", "public_site_pages", "Slug", unique: true);
        m.CreateTable("public_site_texts", t => new
        {
            Id = t.Column<Guid>(),
            PageId = t.Column<Guid>(),
            Language = t.Column<string>(),
            Title = t.Column<string>(),
            Summary = t.Column<string>(),
            Body = t.Column<string>(),
            WrittenAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_public_site_texts", x => x.Id);
            t.ForeignKey("FK_public_site_texts_public_site_pages_PageId", x => x.PageId, "public_site_pages", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_public_site_texts_PageId_Language", "public_site_texts", ["PageId", "Language"], unique: true);
        m.CreateTable("public_site_help_requests", t => new
        {
            Id = t.Column<Guid>(),
            ArrivedAt = t.Column<DateTime>(),
            Language = t.Column<string>(),
            Contact = t.Column<string>(),
            Text = t.Column<string>(),
            TakenBy = t.Column<Guid>(nullable: true),
            TakenByName = t.Column<string>(nullable: true),
            AnsweredAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_public_site_help_requests", r => r.Id));
        m.CreateIndex("IX_public_site_help_requests_ArrivedAt", "public_site_help_requests", "ArrivedAt");
    }
}
