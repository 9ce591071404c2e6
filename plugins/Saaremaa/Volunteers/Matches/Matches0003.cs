namespace Saaremaa.Volunteers.Matches;

[DbContext(typeof(VolunteersDb)), Migration("0003_matches")]
internal sealed class Matches0003 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("volunteers_matches", t => new
        {
            Id = t.Column<Guid>(),
            VolunteerId = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            EventId = t.Column<Guid>(nullable: true),
            Skill = t.Column<string>(),
            ProposedOn = t.Column<DateOnly>(),
            AgreedOn = t.Column<DateOnly>(nullable: true),
            EndedOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_volunteers_matches", x => x.Id));
        m.CreateIndex("IX_volunteers_matches_VolunteerId", "volunteers_matches", "VolunteerId");
        m.CreateIndex("IX_volunteers_matches_PersonId", "volunteers_matches", "PersonId");
        m.CreateIndex("IX_volunteers_matches_EventId", "volunteers_matches", "EventId");
    }
}
