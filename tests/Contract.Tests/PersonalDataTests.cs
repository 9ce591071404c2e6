using System.Globalization;
using Loim.Data;
using Loim.DataProtection;
using Loim.DataProtection.Register;
using Loim.Modules;
using Loim.Web;
using Microsoft.EntityFrameworkCore;
using Module = Loim.Modules.Module;

namespace Loim.Contract.Tests;

/// <summary>Whatever is stored of people says what for, on what ground and how long, and goes in time.</summary>
public sealed class PersonalDataTests
{
    /// <summary>Staff, volunteers, members and those who write from outside are not in the register of people; a spreadsheet and the audit are of many.</summary>
    private static readonly string[] OfNobodyOnRecord =
    [
        "accounts_identities", "accounts_key_grants", "accounts_passkeys", "accounts_talks", "house_drafts", "public_site_help_requests", "events_feedbacks",
        "volunteers_volunteers", "volunteers_hours", "integration_chamber_join_requests",
        "participation_council_members", "participation_council_proposals", "participation_council_steps",
        "events_imports", "network_imports", "people_imports", "house_audit",
    ];

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void Every_stored_property_of_a_person_says_why_and_how_long_it_is_kept(string id) =>
        ProcessedProperty.Of(Every.Modules[id]).Where(p => p.Processing is null).Select(p => $"{p.Table}.{p.Name}").ShouldBeEmpty();

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void What_is_declared_is_said_in_words_and_kept_by_a_declared_period(string id)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("et");
        var words = new Texts().Of(Every.Modules[id].GetType());
        var retentions = RetentionsOf(Every.Modules[id]);
        foreach (var processing in ProcessedProperty.Of(Every.Modules[id]).Select(p => p.Processing!).Distinct())
        {
            words.Find(processing.Purpose).ShouldNotBeNull(processing.Purpose);
            if (processing.Receivers is { } receivers) { words.Find(receivers).ShouldNotBeNull(receivers); }
            retentions.Select(r => r.What).ShouldContain(processing.Keep);
        }
        var common = new Texts().Of(typeof(DataProtectionModule));
        ProcessedProperty.Of(Every.Modules[id]).SelectMany(p => new[] { p.TableKey(Every.Modules[id]), p.TextKey }).Distinct()
            .Where(key => words.Find(key) is null && common.Find(key) is null).ShouldBeEmpty("the register of processing has no word for them");
        foreach (var retention in retentions)
        {
            words.Find(retention.What).ShouldNotBeNull(retention.What);
            words.Find(retention.Ground).ShouldNotBeNull(retention.Ground);
            retention.Keep.ShouldBeInRange(TimeSpan.FromDays(1), TimeSpan.FromDays(110 * 365));
        }
    }

    [Theory, MemberData(nameof(Every.ModuleIds), MemberType = typeof(Every))]
    public void Text_of_a_special_category_is_encrypted(string id) =>
        ModuleSet.DbsOf(Every.Modules[id]).SelectMany(ProcessedProperty.Of).Where(p => p.IsSpecial && !p.IsEncrypted && p.IsText).Select(p => $"{p.Table}.{p.Name}").ShouldBeEmpty();

    /// <summary>Otherwise a restriction would not hold for the row, nor would the audit of the person tell of it.</summary>
    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void A_row_of_a_person_leads_to_the_person(string context)
    {
        using var db = Every.Open(Every.ContextOf(context), b => b.UseSqlite());
        db.Model.GetEntityTypes().Where(e => e.ClrType.IsDefined(typeof(ProcessingAttribute), inherit: false) && !PersonBehind.LiesBehind(e))
            .Select(e => e.GetTableName()!).Except(OfNobodyOnRecord).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Every.ContextNames), MemberType = typeof(Every))]
    public void A_read_model_is_a_view_and_nothing_else_is(string context)
    {
        using var db = Every.Open(Every.ContextOf(context), b => b.UseSqlite());
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsDefined(typeof(ReadModelAttribute), inherit: false)))
        {
            entity.GetViewName().ShouldNotBeNull(entity.Name);
        }
    }

    private static List<Retention> RetentionsOf(Module module) => [.. module.Types.Where(t => t.IsAssignableTo(typeof(IPersonalData)))
        .SelectMany(t => ((IPersonalData)Activator.CreateInstance(t, [.. t.GetConstructors()[0].GetParameters().Select(p => SettingsOf(p.ParameterType))])!).Retention)];

    /// <summary>Periods may be settings; nothing else is needed to say them.</summary>
    private static object? SettingsOf(Type parameter) => parameter.IsSubclassOf(typeof(Settings)) ? Activator.CreateInstance(parameter) : null;
}
