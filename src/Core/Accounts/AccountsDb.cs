using Loim.Accounts.Granting;
using Loim.Accounts.Passkeys;
using Loim.Accounts.Roles;
using Loim.Accounts.Sessions;
using Loim.Accounts.Tara.Identities;
using Loim.Accounts.Tara.Talks;
using Loim.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Accounts;

internal sealed class AccountsDb(DbContextOptions<AccountsDb> options) : ModuleDb(options)
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AccountRole> AccountRoles => Set<AccountRole>();
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Identity> Identities => Set<Identity>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<Talk> Talks => Set<Talk>();
    public DbSet<KeyGrant> KeyGrants => Set<KeyGrant>();

    protected override void Shape(ModelBuilder model)
    {
        var account = model.Entity<Account>();
        account.HasIndex(a => a.NormalizedName).IsUnique();
        account.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.AccountId);
        account.HasQueryFilter(Conventions.Access, a => Viewer.IsHouse || a.Id == Viewer.Account || Viewer.Can(Permissions.Manage));
        model.Entity<AccountRole>().HasKey(r => new { r.AccountId, r.RoleId });
        model.Entity<AccountRole>().HasQueryFilter(Conventions.Access, r => Viewer.IsHouse || r.AccountId == Viewer.Account || Viewer.Can(Permissions.Manage));
        model.Entity<Role>().HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.RoleId);
        model.Entity<Role>().HasMany<AccountRole>().WithOne().HasForeignKey(r => r.RoleId);
        model.Entity<RolePermission>().HasKey(p => new { p.RoleId, p.Permission });
        model.Entity<Session>().HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        model.Entity<Session>().HasQueryFilter(Conventions.Access, s => Viewer.IsHouse || s.AccountId == Viewer.Account);
        model.Entity<Identity>().HasOne(i => i.Account).WithOne().HasForeignKey<Identity>(i => i.Id);
        model.Entity<Identity>().HasIndex(i => i.SubjectIndex).IsUnique();
        model.Entity<Identity>().HasQueryFilter(Conventions.Access, i => Viewer.IsHouse || Viewer.Can(Permissions.Manage));
        model.Entity<Passkey>().HasOne(p => p.Account).WithMany().HasForeignKey(p => p.AccountId);
        model.Entity<Passkey>().HasIndex(p => p.CredentialId).IsUnique();
        model.Entity<Passkey>().HasQueryFilter(Conventions.Access, p => Viewer.IsHouse || p.AccountId == Viewer.Account);
        model.Entity<Talk>().HasIndex(t => t.At);
        model.Entity<Talk>().HasQueryFilter(Conventions.Access, t => Viewer.IsHouse);
        model.Entity<KeyGrant>().HasIndex(g => g.At);
        model.Entity<KeyGrant>().HasQueryFilter(Conventions.Access, g => Viewer.IsHouse || Viewer.Can(Permissions.Manage) || Viewer.Can("administration.audit"));
    }
}

[DbContext(typeof(AccountsDb)), Migration("0001_accounts")]
internal sealed class Accounts0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Roles(migrationBuilder);
        Sessions(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder m)
    {
        m.CreateTable("accounts_accounts", t => new
        {
            Id = t.Column<Guid>(),
            Name = t.Column<string>(),
            NormalizedName = t.Column<string>(),
            DisplayName = t.Column<string>(),
            Organisation = t.Column<string>(nullable: true),
            Language = t.Column<string>(nullable: true),
            PasswordHash = t.Column<string>(nullable: true),
            OneTimeUntil = t.Column<DateTime>(nullable: true),
            FailedAttempts = t.Column<int>(),
            LockedUntil = t.Column<DateTime>(nullable: true),
            DisabledAt = t.Column<DateTime>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_accounts_accounts", a => a.Id));
        m.CreateIndex("IX_accounts_accounts_NormalizedName", "accounts_accounts", "NormalizedName", unique: true);
    }

    private static void Roles(MigrationBuilder m)
    {
        m.CreateTable("accounts_roles", t => new { Id = t.Column<string>(), Title = t.Column<string>(nullable: true) },
            constraints: t => t.PrimaryKey("PK_accounts_roles", r => r.Id));
        m.CreateTable("accounts_role_permissions", t => new { RoleId = t.Column<string>(), Permission = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("PK_accounts_role_permissions", p => new { p.RoleId, p.Permission });
            t.ForeignKey("FK_accounts_role_permissions_role", p => p.RoleId, "accounts_roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateTable("accounts_account_roles", t => new { AccountId = t.Column<Guid>(), RoleId = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("PK_accounts_account_roles", r => new { r.AccountId, r.RoleId });
            t.ForeignKey("FK_accounts_account_roles_account", r => r.AccountId, "accounts_accounts", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_accounts_account_roles_role", r => r.RoleId, "accounts_roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_accounts_account_roles_RoleId", "accounts_account_roles", "RoleId");
    }

    private static void Sessions(MigrationBuilder m)
    {
        m.CreateTable("accounts_sessions", t => new
        {
            Id = t.Column<Guid>(),
            AccountId = t.Column<Guid>(),
            StartedAt = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_accounts_sessions", s => s.Id);
            t.ForeignKey("FK_accounts_sessions_account", s => s.AccountId, "accounts_accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_accounts_sessions_AccountId", "accounts_sessions", "AccountId");
    }
}

[DbContext(typeof(AccountsDb)), Migration("0002_tara_and_ends")]
internal sealed class Accounts0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<DateOnly>("Until", "accounts_accounts", nullable: true);
        m.AddColumn<DateOnly>("Until", "accounts_account_roles", nullable: true);
        m.AddColumn<bool>("ByTara", "accounts_sessions", nullable: false, defaultValue: false);
        m.CreateTable("accounts_identities", t => new { Id = t.Column<Guid>(), Subject = t.Column<string>(), SubjectIndex = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("PK_accounts_identities", i => i.Id);
            t.ForeignKey("FK_accounts_identities_account", i => i.Id, "accounts_accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_accounts_identities_SubjectIndex", "accounts_identities", "SubjectIndex", unique: true);
        m.CreateTable("accounts_talks", t => new
        {
            Id = t.Column<Guid>(),
            At = t.Column<DateTime>(),
            Mark = t.Column<string>(),
            Outcome = t.Column<string>(),
            AccountId = t.Column<Guid>(nullable: true),
            Text = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_accounts_talks", talk => talk.Id));
        m.CreateIndex("IX_accounts_talks_At", "accounts_talks", "At");
    }
}

[DbContext(typeof(AccountsDb)), Migration("0003_passkeys")]
internal sealed class Accounts0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("accounts_passkeys", t => new
        {
            Id = t.Column<Guid>(),
            AccountId = t.Column<Guid>(),
            Name = t.Column<string>(),
            CredentialId = t.Column<byte[]>(),
            PublicKey = t.Column<byte[]>(),
            MadeAt = t.Column<DateTime>(),
            UsedAt = t.Column<DateTime>(nullable: true),
            SignCount = t.Column<long>(),
            IsBackupEligible = t.Column<bool>(),
            IsBackedUp = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_accounts_passkeys", p => p.Id);
            t.ForeignKey("FK_accounts_passkeys_account", p => p.AccountId, "accounts_accounts", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_accounts_passkeys_AccountId", "accounts_passkeys", "AccountId");
        m.CreateIndex("IX_accounts_passkeys_CredentialId", "accounts_passkeys", "CredentialId", unique: true);
    }
}
