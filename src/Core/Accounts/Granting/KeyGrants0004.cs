using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Accounts.Granting;

[DbContext(typeof(AccountsDb)), Migration("0004_key_grants")]
internal sealed class KeyGrants0004 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("accounts_key_grants", t => new
        {
            Id = t.Column<Guid>(),
            AccountId = t.Column<Guid>(),
            AccountName = t.Column<string>(),
            Permission = t.Column<string>(),
            By = t.Column<Guid>(),
            ByName = t.Column<string>(),
            At = t.Column<DateTime>(),
        }, constraints: t => t.PrimaryKey("PK_accounts_key_grants", g => g.Id));
        migrationBuilder.CreateIndex("IX_accounts_key_grants_At", "accounts_key_grants", "At");
    }
}
