using Loim.People;
using Loim.Programme;
using Saaremaa.IntegrationPlan.Plans;
using Saaremaa.IntegrationPlan.Questions;
using Saaremaa.IntegrationPlan.Steps;

namespace Saaremaa.IntegrationPlan;

/// <summary>A plan and all in it is seen by who made it, and by those who may read everybody's.</summary>
internal sealed class IntegrationPlanDb(DbContextOptions<IntegrationPlanDb> options) : ModuleDb(options)
{
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<Step> Steps => Set<Step>();

    private bool SeesAll => Viewer.IsHouse || Viewer.Can("integration-plan.read");

    protected override void Shape(ModelBuilder model)
    {
        model.Entity<Plan>().HasIndex(p => p.PersonId);
        model.Entity<Plan>().HasIndex(p => p.MadeOn);
        model.Entity<Plan>().HasQueryFilter("access", p => SeesAll || Viewer.Can("integration-plan.write") && p.MadeBy == Viewer.Account);
        model.Entity<Answer>().HasIndex(a => new { a.PlanId, a.Question }).IsUnique();
        model.Entity<Answer>().HasQueryFilter("access", a => SeesAll
            || Viewer.Can("integration-plan.write") && Plans.Any(p => p.Id == a.PlanId && p.MadeBy == Viewer.Account));
        model.Entity<Goal>().HasIndex(g => g.PlanId);
        model.Entity<Goal>().HasQueryFilter("access", g => SeesAll
            || Viewer.Can("integration-plan.write") && Plans.Any(p => p.Id == g.PlanId && p.MadeBy == Viewer.Account));
        model.Entity<Step>().Property(s => s.Doer).HasConversion<string>();
        model.Entity<Step>().HasIndex(s => s.PlanId);
        model.Entity<Step>().HasIndex(s => new { s.DoneOn, s.DueOn });
        model.Entity<Step>().HasQueryFilter("access", s => SeesAll
            || Viewer.Can("integration-plan.write") && Plans.Any(p => p.Id == s.PlanId && p.MadeBy == Viewer.Account));
        model.SeesPeople(this);
        model.SeesPlanLines();
    }
}

[DbContext(typeof(IntegrationPlanDb)), Migration("0001_integration_plan")]
internal sealed class IntegrationPlan0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var m = migrationBuilder;
        m.CreateTable("integration_plan_plans", t => new
        {
            Id = t.Column<Guid>(),
            PersonId = t.Column<Guid>(nullable: true),
            Questions = t.Column<int>(),
            Language = t.Column<string>(),
            MadeBy = t.Column<Guid>(),
            MadeOn = t.Column<DateOnly>(),
            ReviewOn = t.Column<DateOnly>(),
            PlanLine = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_integration_plan_plans", p => p.Id));
        m.CreateIndex("IX_integration_plan_plans_PersonId", "integration_plan_plans", "PersonId");
        m.CreateIndex("IX_integration_plan_plans_MadeOn", "integration_plan_plans", "MadeOn");
        m.CreateTable("integration_plan_answers", t => new
        {
            Id = t.Column<Guid>(), PlanId = t.Column<Guid>(), Question = t.Column<string>(), Text = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("PK_integration_plan_answers", a => a.Id));
        m.CreateIndex("IX_integration_plan_answers_PlanId_Question", "integration_plan_answers", ["PlanId", "Question"], unique: true);
        m.CreateTable("integration_plan_goals", t => new { Id = t.Column<Guid>(), PlanId = t.Column<Guid>(), Text = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_integration_plan_goals", g => g.Id));
        m.CreateIndex("IX_integration_plan_goals_PlanId", "integration_plan_goals", "PlanId");
        m.CreateTable("integration_plan_steps", t => new
        {
            Id = t.Column<Guid>(),
            PlanId = t.Column<Guid>(),
            GoalId = t.Column<Guid>(),
            Text = t.Column<string>(),
            Doer = t.Column<string>(),
            DueOn = t.Column<DateOnly>(),
            DoneOn = t.Column<DateOnly>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_integration_plan_steps", s => s.Id));
        m.CreateIndex("IX_integration_plan_steps_PlanId", "integration_plan_steps", "PlanId");
        m.CreateIndex("IX_integration_plan_steps_DoneOn_DueOn", "integration_plan_steps", ["DoneOn", "DueOn"]);
    }
}

[DbContext(typeof(IntegrationPlanDb)), Migration("0002_sent_copies")]
internal sealed class IntegrationPlan0002 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("SentOn", "integration_plan_plans", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("LinkUntil", "integration_plan_plans", nullable: true);
    }
}
