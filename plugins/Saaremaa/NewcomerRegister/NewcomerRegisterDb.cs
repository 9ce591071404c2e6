using Loim.People;
using Saaremaa.NewcomerRegister.Entries;
using Saaremaa.NewcomerRegister.Weeks;

namespace Saaremaa.NewcomerRegister;

internal sealed class NewcomerRegisterDb(DbContextOptions<NewcomerRegisterDb> options) : ModuleDb(options)
{
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<WeekReport> Reports => Set<WeekReport>();

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Entry>().Property(e => e.Basis).HasConversion<string>();
        model.Entity<Entry>().HasIndex(e => e.PersonId).IsUnique();
        model.Entity<Entry>().HasIndex(e => e.DeleteOn);
        model.Entity<Entry>().HasQueryFilter("access", e => Viewer.IsHouse || Viewer.Can("newcomer-register.keep"));
        model.Entity<WeekReport>().HasIndex(r => r.Monday).IsUnique();
        model.Entity<WeekReport>().HasQueryFilter("access", r => Viewer.IsHouse || Viewer.Can("newcomer-register.keep"));
        model.SeesPeople(this);
    }
}

[DbContext(typeof(NewcomerRegisterDb)), Migration("0001_newcomer_register")]
internal sealed class NewcomerRegister0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("newcomer_register_entries", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(),
            Contact = t.Column<string>(),
            Basis = t.Column<string>(),
            AddedOn = t.Column<DateOnly>(),
            ConfirmedOn = t.Column<DateOnly>(),
            DeleteOn = t.Column<DateOnly>(),
            DeletedOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_newcomer_register_entries", e => e.Id));
        m.CreateIndex("IX_newcomer_register_entries_PersonId", "newcomer_register_entries", "PersonId", unique: true);
        m.CreateIndex("IX_newcomer_register_entries_DeleteOn", "newcomer_register_entries", "DeleteOn");
        m.CreateTable("newcomer_register_reports", t => new
        {
            Id = t.Column<Guid>(), Monday = t.Column<DateOnly>(), Confirmed = t.Column<int>(), Deleted = t.Column<int>(), Left = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_newcomer_register_reports", r => r.Id));
        m.CreateIndex("IX_newcomer_register_reports_Monday", "newcomer_register_reports", "Monday", unique: true);
    }
}
