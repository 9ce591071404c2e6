using Loim.Data;
using Loim.People.Consents;
using Loim.People.Eligibility;
using Loim.People.Households;
using Loim.People.Import;
using Loim.People.Merging;
using Loim.People.Register;
using Loim.People.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.People;

internal sealed class PeopleDb(DbContextOptions<PeopleDb> options) : ModuleDb(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<HouseholdMember> HouseholdMembers => Set<HouseholdMember>();
    public DbSet<EligibilityException> EligibilityExceptions => Set<EligibilityException>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<PersonAlias> Aliases => Set<PersonAlias>();
    public DbSet<Restriction> Restrictions => Set<Restriction>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<PeopleImport> Imports => Set<PeopleImport>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Person>(Shape);
        model.Entity<HouseholdMember>(member =>
        {
            member.Property(m => m.Relation).HasConversion<string>();
            member.HasIndex(m => m.HouseholdId);
            member.HasIndex(m => m.PersonId);
            member.HasQueryFilter(Conventions.Access, m => Viewer.IsHouse || Viewer.Can("people.write") || Viewer.Can("people.read") && m.PersonId != null);
        });
        model.Entity<EligibilityException>(exception =>
        {
            exception.HasIndex(e => e.PersonId);
            exception.HasQueryFilter(Conventions.Access, e => Viewer.IsHouse || Viewer.Can("people.read"));
        });
        model.Entity<PersonAlias>(alias =>
        {
            alias.HasIndex(a => a.PersonId);
            alias.HasQueryFilter(Conventions.Access, a => Viewer.IsHouse || Viewer.Can("people.read"));
        });
        model.Entity<Restriction>().HasIndex(r => r.PersonId);
        model.Entity<Restriction>().HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || Viewer.Can("people.read"));
        model.Entity<Correction>().HasIndex(c => c.PersonId);
        model.Entity<Correction>().HasQueryFilter(Conventions.Access, c => Viewer.IsHouse || Viewer.Can("people.write"));
        model.Entity<PeopleImport>().HasQueryFilter(Conventions.Access, i => Viewer.IsHouse || Viewer.Can("people.import"));
        model.Entity<Consent>(consent =>
        {
            consent.Property(c => c.Purpose).HasConversion<string>();
            consent.HasIndex(c => new { c.PersonId, c.Purpose });
            consent.HasQueryFilter(Conventions.Access, c => Viewer.IsHouse || Viewer.Can("people.read"));
        });
    }

    /// <summary>All that the list shows, in its order: it reads this and not the table.</summary>
    private static readonly string[] ListColumns =
    [
        nameof(Person.TargetGroup), PersonCards.Fold, nameof(Person.Id), nameof(Person.ErasedAt), nameof(Person.FamilyName), nameof(Person.GivenName), nameof(Person.OwnName),
        nameof(Person.Language), nameof(Person.ArrivedOn),
    ];

    private void Shape(EntityTypeBuilder<Person> person)
    {
        person.HasFold(nameof(Person.FamilyName), nameof(Person.GivenName), nameof(Person.OwnName));
        person.Property(p => p.TargetGroup).HasConversion<string>();
        person.Property(p => p.Language).HasConversion<string>();
        person.Property(p => p.Basis).HasConversion<string>();
        person.Property(p => p.Channel).HasConversion<string>();
        person.Property(p => p.Estonian).HasConversion<string>();
        person.Property(p => p.English).HasConversion<string>();
        person.Property(p => p.Russian).HasConversion<string>();
        person.Property(p => p.Ukrainian).HasConversion<string>();
        person.HasIndex(nameof(Person.TargetGroup), PersonCards.Fold, nameof(Person.Id), nameof(Person.ErasedAt));
        person.HasIndex(ListColumns);
        person.HasIndex(p => p.CodeIndex).IsUnique();
        person.HasIndex(p => p.BirthDate);
        person.HasIndex(p => p.ImportId);
        person.HasIndex(p => p.Phone);
        person.HasQueryFilter(Conventions.Access, p => Viewer.IsHouse || Viewer.Can("people.read") && p.ErasedAt == null);
    }
}

[DbContext(typeof(PeopleDb)), Migration("0001_people")]
internal sealed class People0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("people_people", t => new
        {
            Id = t.Column<Guid>(),
            GivenName = t.Column<string>(),
            FamilyName = t.Column<string>(),
            OwnName = t.Column<string>(nullable: true),
            BirthDate = t.Column<DateOnly>(nullable: true),
            Code = t.Column<string>(nullable: true),
            CodeIndex = t.Column<string>(nullable: true),
            TargetGroup = t.Column<string>(),
            Language = t.Column<string>(),
            Phone = t.Column<string>(nullable: true),
            Email = t.Column<string>(nullable: true),
            ArrivedOn = t.Column<DateOnly>(nullable: true),
            AddedAt = t.Column<DateTime>(),
            ErasedAt = t.Column<DateTime>(nullable: true),
            fold = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_people_people", p => p.Id));
        m.CreateIndex("IX_people_people_TargetGroup_fold_Id_ErasedAt", "people_people", ["TargetGroup", "fold", "Id", "ErasedAt"]);
        m.CreateIndex("IX_people_people_CodeIndex", "people_people", "CodeIndex", unique: true);
        m.CreateIndex("IX_people_people_BirthDate", "people_people", "BirthDate");
        m.CreateIndex("IX_people_people_Phone", "people_people", "Phone");
        m.CreateIndex("IX_people_people_fold_Id", "people_people", ["fold", "Id"]);
        m.Sql("""
            CREATE VIEW people_cards AS
            SELECT "Id", "GivenName" || ' ' || "FamilyName" AS "Name", "OwnName", "TargetGroup", "Language", "fold"
            FROM people_people WHERE "ErasedAt" IS NULL
            """);
        m.CreateTrigrams("people_people");
    }
}
