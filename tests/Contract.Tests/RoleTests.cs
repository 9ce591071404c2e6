using System.Reflection;
using System.Text.Json;
using Loim.Modules;
using Loim.Web;

namespace Loim.Contract.Tests;

/// <summary>The roles that each municipality's house begins with.</summary>
public sealed class RoleTests
{
    private static readonly string[] Shipped =
        ["administrator", "coordinator", "casework-lead", "case-manager", "organiser", "community-coordinator", "finance", "reporter", "data-protection", "auditor"];

    private static readonly string[] Personal = ["people", "cases", "letters", "public-site", "mental-health", "integration-plan", "newcomer-register", "service-centre", "volunteers", "interpreters", "participation-council"];

    public static TheoryData<string> Deployments => [.. Directory.EnumerateDirectories(Path.Combine(Root(AppContext.BaseDirectory), "deployments")).Select(f => Path.GetFileName(f)!)];

    [Theory, MemberData(nameof(Deployments))]
    public void Each_shipped_role_is_there_and_says_only_permissions_that_modules_declare(string deployment)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new("uk");
        var declared = Every.Modules.Values.SelectMany(m => DeclaredBy(m).Append("*").Select(name => $"{m.Id}.{name}")).ToHashSet();
        var roles = Read(deployment).Roles;
        Shipped.Except(roles.Keys).ShouldBeEmpty();
        roles.SelectMany(r => r.Value).Except(declared).ShouldBeEmpty();
        roles.Keys.Where(id => new Texts().Of(typeof(Loim.Accounts.AccountsModule)).Find($"role.{id}") is null).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Deployments))]
    public void Somebody_has_each_permission_of_the_modules_that_are_on(string deployment)
    {
        var read = Read(deployment);
        var held = read.Roles.SelectMany(r => r.Value).ToHashSet();
        Every.Modules.Values.Where(m => m.AlwaysOn || read.Modules.Contains(m.Id)).SelectMany(m => DeclaredBy(m).Select(name => $"{m.Id}.{name}"))
            .Where(p => !held.Contains(p) && !held.Contains(p.Split('.')[0] + ".*")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Deployments))]
    public void Who_counts_money_or_figures_or_audits_reaches_no_module_of_persons(string deployment)
    {
        var roles = Read(deployment).Roles;
        roles["auditor"].ShouldBe(["administration.audit"]);
        foreach (var role in new[] { "finance", "reporter", "community-coordinator" })
        {
            roles[role].Where(p => Personal.Contains(p.Split('.')[0]) && !p.EndsWith(".statistics", StringComparison.Ordinal)).ShouldBeEmpty(role);
        }
    }

    [Theory, MemberData(nameof(Deployments))]
    public void Who_leads_cases_makes_no_exceptions_merges_nobody_and_sees_no_other_organisation(string deployment)
    {
        string[] reserved = ["people.*", "people.override", "people.merge", "people.import", "cases.*", "cases.see-all", "cases.override-consent"];
        var roles = Read(deployment).Roles;
        roles["case-manager"].Intersect(reserved).ShouldBeEmpty();
        roles.Where(r => r.Value.Any(p => p is "data-protection.*" or "data-protection.rights")).Select(r => r.Key).ShouldBe(["data-protection"]);
        roles["organiser"].Where(p => p.Split('.')[0] is "people" or "cases").ShouldBeEmpty();
    }

    private static IEnumerable<string> DeclaredBy(Loim.Modules.Module module) => module.Types
        .SelectMany(t => t.GetCustomAttributes<PermissionAttribute>().Select(p => p.Name).Concat(t.GetCustomAttributes<SectionAttribute>().Select(s => s.Permission).OfType<string>())).Distinct();

    private static Deployment Read(string deployment) =>
        JsonSerializer.Deserialize<Deployment>(File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "deployments", deployment, "deployment.json")), JsonSerializerOptions.Web)!;

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Packages.props")) ? folder : Root(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
