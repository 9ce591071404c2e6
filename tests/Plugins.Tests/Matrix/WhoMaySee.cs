using Loim.Access;

namespace Loim.Plugins.Tests.Matrix;

/// <summary>Who may see the personal fields of which table: the promise of docs/security.md, said a second time and apart from the filters.
/// A table with personal values that is not in here fails the matrix.</summary>
internal static class WhoMaySee
{
    public static readonly IReadOnlyDictionary<string, Func<Viewer, Row, Planted, bool>> Rules = new Dictionary<string, Func<Viewer, Row, Planted, bool>>
    {
        ["people_people"] = (v, r, all) => v.Can("people.read") || v.Can("mental-health.treat") && all.Rows["mental_health_referrals"].Any(m => r.Id.Equals(m["PersonId"]) && v.Is(m["Specialist"])),
        ["people_household_members"] = (v, r, _) => v.Can("people.write") || v.Can("people.read") && r["PersonId"] is not null,
        ["people_eligibility_exceptions"] = (v, _, _) => v.Can("people.read"),
        ["cases_enquiries"] = (v, r, _) => v.Can("cases.read") && v.Organisation == (string?)r["Organisation"],
        ["cases_cases"] = (v, r, all) => Case(v, r, all),
        ["cases_assessments"] = OfCase,
        ["cases_goals"] = OfCase,
        ["cases_steps"] = OfCase,
        ["cases_referrals"] = OfCase,
        ["cases_closures"] = OfCase,
        ["cases_notes"] = (v, r, all) => OfCase(v, r, all) && ($"{r["Level"]}" == "Case" || v.Is(r["Author"])),
        ["cases_openings"] = (v, r, all) => OfCase(v, r, all) && v.Is(all.Find("cases_cases", r["CaseId"])!["Owner"]),
        ["letters_letters"] = (v, _, _) => v.Can("letters.read"),
        ["events_registrations"] = (v, r, _) => v.Can("events.write") || v.Can("events.register") && r["PersonId"] is not null,
        ["events_guests"] = (v, _, _) => v.Can("events.write"),
        ["events_feedbacks"] = (v, _, _) => v.Can("events.read"),
        ["public_site_help_requests"] = (v, r, _) => v.Can("public-site.answer") && v.Is(r["TakenBy"]),
        ["participation_council_members"] = (v, _, _) => v.Can("participation-council.manage"),
        ["volunteers_volunteers"] = (v, _, _) => v.Can("volunteers.read") || v.Can("volunteers.keep"),
        ["integration_plan_answers"] = OfPlan,
        ["integration_plan_goals"] = OfPlan,
        ["integration_plan_steps"] = OfPlan,
        ["newcomer_register_entries"] = (v, _, _) => v.Can("newcomer-register.keep"),
        ["mental_health_referrals"] = (v, r, _) => v.Can("mental-health.treat") && ($"{r["State"]}" == "Sent" || v.Is(r["Specialist"])),
        ["integration_chamber_join_requests"] = (v, _, _) => v.Can("integration-chamber.write"),
        ["interpreters_orders"] = (v, r, _) => v.Can("interpreters.arrange") || v.Can("interpreters.order") && v.Is(r["OrderedBy"]),
    };

    /// <summary>Tables without personal values in which a row is not everybody's who may read others of the table.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Viewer, Row, Planted, bool>> OfOthers = new Dictionary<string, Func<Viewer, Row, Planted, bool>>
    {
        ["cases_ratings"] = OfCase,
        ["integration_plan_plans"] = (v, r, _) => v.Can("integration-plan.read") || v.Can("integration-plan.write") && v.Is(r["MadeBy"]),
        ["mental_health_sessions"] = (v, r, _) => v.Can("mental-health.treat") && v.Is(r["Specialist"]),
        ["mental_health_group_sessions"] = (v, r, _) => v.Can("mental-health.treat") && v.Is(r["Specialist"]),
        ["service_centre_visits"] = (v, r, _) => Visit(v, r),
        ["service_centre_visit_services"] = (v, r, all) => Visit(v, all.Find("service_centre_visits", r["VisitId"])!),
        ["service_centre_registry_services"] = (v, r, all) => Visit(v, all.Find("service_centre_visits", r["VisitId"])!),
        ["service_centre_bus_cards"] = (v, r, _) => v.Can("service-centre.desk") && v.Organisation == (string?)r["Organisation"],
        ["accounts_accounts"] = (v, r, _) => v.Can("accounts.manage") || v.Is(r.Id),
        ["accounts_sessions"] = (v, r, _) => v.Is(r["AccountId"]),
        ["accounts_key_grants"] = (v, _, _) => v.Can("accounts.manage") || v.Can("administration.audit"),
        ["accounts_passkeys"] = (v, r, _) => v.Is(r["AccountId"]),
    };

    /// <summary>Null: the table has no rows of others.</summary>
    public static bool? MaySee(Viewer viewer, Row row, Planted all) =>
        (Rules.GetValueOrDefault(row.Table) ?? OfOthers.GetValueOrDefault(row.Table))?.Invoke(viewer, row, all);

    /// <summary>Whoever hands a person's own data out to them sees all of it. A personal code has a permission of its own.</summary>
    public static bool Sees(Viewer viewer, Canary canary, Planted all) =>
        viewer.Can("data-protection.rights")
        || Rules[canary.Row.Table](viewer, canary.Row, all) && (canary.Field != "people_people.Code" || viewer.Can("people.see-code"));

    private static bool Case(Viewer v, Row r, Planted all) => v.Can("cases.casework") && (v.Is(r["Owner"])
        || !(bool)r["IsConfidential"]! && (v.Organisation == (string?)r["Organisation"] || v.Can("cases.see-all")));

    private static bool OfCase(Viewer v, Row r, Planted all) => Case(v, all.Find("cases_cases", r["CaseId"])!, all);

    private static bool Visit(Viewer v, Row r) => v.Can("service-centre.desk") && ((bool)r["IsJoint"]! || v.Organisation == (string?)r["Organisation"]);

    private static bool OfPlan(Viewer v, Row r, Planted all) =>
        v.Can("integration-plan.read") || v.Can("integration-plan.write") && v.Is(all.Find("integration_plan_plans", r["PlanId"])!["MadeBy"]);

    internal static bool Is(this Viewer viewer, object? account) => viewer.IsSignedIn && viewer.Account.Equals(account);
}
