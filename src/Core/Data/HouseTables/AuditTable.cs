using Loim.Access.Auditing;
using Loim.Modules;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Loim.Data;

/// <summary>A row of the audit for those who search it; written by <see cref="AuditLog"/> alone.</summary>
[Processing("purpose.audit", LawfulBasis.LegalDuty, "retention.audit")]
internal sealed class AuditRow
{
    public required long Number { get; init; }
    public required DateTime At { get; init; }
    public required Guid Account { get; init; }
    public required string Who { get; init; }
    public required string Role { get; init; }
    public required string Action { get; init; }
    public required string Page { get; init; }
    public required string Purpose { get; init; }
    public Guid? Person { get; init; }
    public required string What { get; init; }

    /// <summary>Salt, a space, and what may be erased without breaking the chain.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 of the detail; it stays when the detail is erased.</summary>
    public string? DetailHash { get; init; }
    public required string Hash { get; init; }
}

[DbContext(typeof(HouseDb)), Migration("0003_audit")]
internal sealed class House0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.AddColumn<string>("Role", AuditChain.Table, defaultValue: "");
        m.AddColumn<string>("Purpose", AuditChain.Table, defaultValue: "");
        m.AddColumn<string>("Detail", AuditChain.Table, nullable: true);
        m.AddColumn<string>("DetailHash", AuditChain.Table, nullable: true);
        if (ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)) { Protect(m); }
    }

    /// <summary>Against mistakes; whoever has the file can drop a trigger, and is found out by the chain and its checkpoints.</summary>
    private static void Protect(MigrationBuilder m)
    {
        m.Sql("CREATE TRIGGER house_audit_stays BEFORE DELETE ON house_audit BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END");
        m.Sql($"""
            CREATE TRIGGER house_audit_holds BEFORE UPDATE OF {string.Join(", ", AuditChain.Covered.Append("Hash"))} ON house_audit
            BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END
            """);
        m.Sql("CREATE TRIGGER house_audit_forgets BEFORE UPDATE OF Detail ON house_audit WHEN NEW.Detail IS NOT NULL BEGIN SELECT RAISE(ABORT, 'A detail of the audit is erased, never changed.'); END");
    }
}
