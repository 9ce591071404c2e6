namespace Faults.MigrationThrows;

public sealed class MigrationThrowsModule : Module;

public sealed class MigrationThrowsDb(DbContextOptions<MigrationThrowsDb> options) : ModuleDb(options);

[DbContext(typeof(MigrationThrowsDb)), Migration("0001_never")]
public sealed class Never : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("ALTER TABLE nowhere ADD COLUMN nothing TEXT");
}
