using System.Diagnostics;
using System.Net;
using Loim.Access;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.DataProtection;
using Loim.DataProtection.Keeping;
using Loim.DataProtection.Rights;
using Loim.DataProtection.Rights.Forgetting;
using Loim.Events.Registrations;
using Loim.Modules;
using Loim.People;
using Loim.People.Merging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.DataProtection;

/// <summary>A person's rights, over every module that holds something on them.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private const string Officer = "people.read,people.write,data-protection.rights,cases.read";
    private readonly WebHouse web = new(TestHouse.With(new Loim.Cases.CasesModule(), new Loim.Events.EventsModule(), new Stubborn.StubbornModule()));
    private Guid person;

    private TestHouse House => web.House;

    public async Task InitializeAsync()
    {
        await web.InitializeAsync();
        var mari = Crowd.Person("Mari", "Kustutamata");
        person = mari.Id;
        await House.Add(mari);
        await House.Add(Desk.Enquiry(Desk.Said("advice") with { Person = person, Note = "isiklik lugu" }));
        await House.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() =>
        {
            var asked = new NewRegistration(Guid.NewGuid(), [new("Mari Kustutamata", Age.Adult)], "et") { Email = "mari@example.ee", Person = person };
            s.GetRequiredService<Loim.Events.EventsDb>().Add(Planned(out var it));
            s.GetRequiredService<Loim.Events.EventsDb>().Add(Registration.Of(it, 1, asked, House.Clock.GetUtcNow().UtcDateTime, s.GetRequiredService<BlindIndex>()));
        }));
    }

    public Task DisposeAsync() => web.DisposeAsync();

    [Fact]
    public async Task Restricted_data_are_shown_and_neither_changed_nor_reported_until_it_is_lifted()
    {
        using var officer = web.Open("et", Officer);
        var rights = $"/data-protection/people/{person}";
        var page = await officer.Page(rights);
        page.QuerySelector("label[for=restriction-Reason] .optional").ShouldBeNull("a reason is demanded, and not called optional");
        using var unsaid = await officer.Post(page, rights, "restriction", ("do", "set"), ("Reason", ""));
        (await Browser.Read(unsaid)).GetElementById("restriction-Reason-error").ShouldNotBeNull();
        using var set = await officer.Post(page, rights, "restriction", ("do", "set"), ("Reason", "vaidlustab sünniaja"));
        var shown = await officer.Page($"/people/{person}");
        shown.Body!.TextContent.ShouldContain("Andmete töötlemine on piiratud");
        shown.QuerySelector($"a[href='/people/{person}/edit']").ShouldBeNull("it would be refused");
        using var refused = await Edit(officer, "Muudetud");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = await Browser.Read(refused);
        form.QuerySelector(".error-summary")!.TextContent.ShouldContain("Midagi ei salvestatud");
        form.QuerySelector("input[name=Family]")!.GetAttribute("value").ShouldBe("Muudetud", "what was typed is still there");
        Name().ShouldBe("Kustutamata");
        await House.As(Viewer.House, s => s.GetRequiredService<IConsents>().Give(person, ConsentPurpose.News, "et"));
        await House.As(TestHouse.Somebody("people.write"), s => s.GetRequiredService<IConsents>().Withdraw(person, ConsentPurpose.News));
        House.Scalar<int>("SELECT count(*) FROM people_consents WHERE WithdrawnAt IS NOT NULL").ShouldBe(1, "a withdrawal is never refused");
        (await Reported()).ShouldBe(0);
        var before = await officer.Page(rights);
        using var lifted = await officer.Post(before, rights, "restriction", ("do", "lift"));
        using var stale = await officer.Post(before, rights, "restriction", ("do", "lift"));
        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a second press does not restrict them again");
        (await officer.Page($"/people/{person}")).QuerySelector($"a[href='/people/{person}/edit']").ShouldNotBeNull();
        using var saved = await Edit(officer, "Muudetud");
        Name().ShouldBe("Muudetud");
        (await Reported()).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_set_right_stays_readable_as_it_was()
    {
        using var officer = web.Open("et", Officer);
        using var saved = await Edit(officer, "Parandatud");
        var record = (await Own()).Single(r => r.Section == "correction");
        record.Values["correction.before"].ShouldBe("family-name: Kustutamata");
        House.Scalar<string>("SELECT \"Before\" FROM people_corrections").ShouldStartWith("1:");
    }

    [Fact]
    public async Task What_rests_on_consent_goes_what_a_public_task_holds_stays_with_ground_and_day_and_the_chain_holds()
    {
        var parts = await Erase(isUnlawful: false);
        parts["events"].Outcome.ShouldBe(ErasureOutcome.Erased);
        parts["cases"].ShouldSatisfyAllConditions(p => p.Outcome.ShouldBe(ErasureOutcome.Kept), p => p.What.ShouldBe("retention.enquiry"), p => p.KeptUntil.ShouldBe(Desk.Today.AddDays(5 * 365)));
        parts["people"].Outcome.ShouldBe(ErasureOutcome.Kept, "whoever's records are kept stays on the register");
        House.Scalar<int>("SELECT count(*) FROM events_registrations WHERE \"Email\" IS NOT NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE \"Note\" IS NOT NULL").ShouldBe(1);
        House.Scalar<int>("SELECT max(Number) - count(*) FROM house_audit").ShouldBe(0);
        using var officer = web.Open("et", Officer);
        (await officer.Page($"/data-protection/people/{person}")).Body!.TextContent.ShouldContain("jääb alles kuni 14.09.2030");
    }

    [Fact]
    public async Task What_was_never_lawful_goes_whole_the_register_last_and_the_proof_stays()
    {
        var parts = await Erase(isUnlawful: true);
        parts.Values.ShouldAllBe(p => p.Outcome == ErasureOutcome.Erased);
        parts["people"].Number.ShouldBe(parts.Count);
        House.Scalar<int>("SELECT count(*) FROM people_people WHERE ErasedAt IS NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE \"Note\" IS NOT NULL").ShouldBe(0);
        (await Reported()).ShouldBe(1, "figures do not change");
        using var officer = web.Open("et", Officer);
        (await officer.Page($"/data-protection/people/{person}")).Body!.TextContent.ShouldContain("kustutatud");
    }

    [Fact]
    public async Task All_records_of_a_merged_person_are_forgotten_together()
    {
        var other = Crowd.Person("Marie", "Kustutamata");
        await House.Add(other);
        await House.Add(Desk.Enquiry(Desk.Said("registry") with { Person = other.Id, Note = "teine lugu" }));
        (await House.As(Viewer.House, s => s.GetRequiredService<Aliases>().Merge(person, other.Id))).ShouldBeTrue();
        await Erase(isUnlawful: true);
        House.Scalar<int>("SELECT count(*) FROM people_people WHERE ErasedAt IS NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE \"Note\" IS NOT NULL").ShouldBe(0);
    }

    [Fact]
    public async Task An_erasure_that_a_module_breaks_off_is_on_record_and_goes_on_by_itself()
    {
        web.Services.GetRequiredService<Stubborn.Stubbornness>().FailuresLeft = 1;
        House.Services.GetRequiredService<Stubborn.Stubbornness>().FailuresLeft = 1;
        await Should.ThrowAsync<InvalidOperationException>(() => Erase(isUnlawful: true));
        House.Scalar<int>("SELECT count(*) FROM data_protection_erasures WHERE FinishedAt IS NULL").ShouldBe(1);
        House.Scalar<int>("SELECT count(*) FROM people_people WHERE ErasedAt IS NULL").ShouldBe(1);
        await House.As(Viewer.House, s => s.GetRequiredService<KeepInTime>().Run(default));
        House.Scalar<int>("SELECT count(*) FROM data_protection_erasures WHERE FinishedAt IS NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM people_people WHERE ErasedAt IS NULL").ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_was_forgotten_and_comes_back_with_an_older_copy_is_forgotten_again()
    {
        var copy = Path.Combine(Path.GetDirectoryName(House.Store.Path)!, "copy.db");
        Backup.Take(House.Store, copy);
        await Erase(isUnlawful: true);
        Ledger().ShouldHaveSingleItem().ShouldNotContain("Kustutamata");
        using (var house = House.Store.Open())
        {
            using var back = house.CreateCommand();
            back.CommandText = $"""
                ATTACH '{copy}' AS copy;
                DELETE FROM people_people; INSERT INTO people_people SELECT * FROM copy.people_people;
                UPDATE cases_enquiries SET "Note" = (SELECT "Note" FROM copy.cases_enquiries), "PersonId" = (SELECT "PersonId" FROM copy.cases_enquiries);
                DELETE FROM data_protection_erased_parts; DELETE FROM data_protection_erasures;
                DETACH copy;
                """;
            back.ExecuteNonQuery();
        }
        Name().ShouldBe("Kustutamata");
        for (var day = 0; day < 2; day++) { await House.As(Viewer.House, s => s.GetRequiredService<ForgetAgain>().Run(default)); }
        House.Scalar<int>("SELECT count(*) FROM people_people WHERE ErasedAt IS NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM cases_enquiries WHERE \"Note\" IS NOT NULL").ShouldBe(0);
        House.Scalar<int>("SELECT count(*) FROM data_protection_erasures WHERE FinishedAt IS NOT NULL").ShouldBe(1, "once, under its own id");
        Ledger().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_forgotten_because_of_a_line_that_somebody_else_wrote()
    {
        await Erase(isUnlawful: false);
        var signature = Ledger()[0].Split(' ')[^1];
        await File.AppendAllTextAsync(LedgerFile, $"{Guid.NewGuid()} {person} 2025-09-15T06:00:00.0000000Z unlawful {signature}\nnothing of the kind\n");
        await House.As(Viewer.House, s => s.GetRequiredService<ForgetAgain>().Run(default));
        House.Scalar<int>("SELECT count(*) FROM data_protection_erasures").ShouldBe(1);
        Name().ShouldBe("Kustutamata", "the register of people was to be kept");
        House.Faults.Recent.Select(f => f.Reason).ShouldContain(r => r.Contains("line 3 was not signed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_told_outside_of_the_database_is_told_by_the_daily_round()
    {
        await Erase(isUnlawful: false);
        File.Delete(LedgerFile);
        await House.As(Viewer.House, s => s.GetRequiredService<ForgetAgain>().Run(default));
        Ledger().ShouldHaveSingleItem().ShouldContain(person.ToString());
    }

    [Fact]
    public async Task A_person_with_500_records_takes_all_of_it_along_for_machines_and_to_be_read_in_two_seconds()
    {
        await House.Add([.. Enumerable.Range(0, 500).Select(i => Desk.Enquiry(Desk.Said("advice") with { Person = person, Note = $"märge {i}" }))]);
        using var officer = web.Open("et", Officer);
        await officer.Page($"/data-protection/people/{person}/own-data");
        foreach (var path in new[] { $"/data-protection/people/{person}/own-data.json", $"/data-protection/people/{person}/own-data" })
        {
            var clock = Stopwatch.StartNew();
            using var answer = await officer.Get(path);
            var text = System.Text.RegularExpressions.Regex.Unescape((await answer.Content.ReadAsStringAsync()).Replace("\\\"", "'"));
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), path);
            text.ShouldContain("märge 499");
            text.ShouldContain("mari@example.ee");
        }
        using var reader = web.Open("et", "people.read,people.write");
        (await reader.Get($"/data-protection/people/{person}/own-data.json")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_read_of_ones_own_data_stands_in_words_and_what_happened_often_is_said_once()
    {
        await House.Add([.. Enumerable.Range(0, 3).Select(_ => Desk.Enquiry(Desk.Said("advice") with { Person = person, Minutes = 20 }))]);
        using var officer = web.Open("et", Officer);
        var text = (await officer.Page($"/data-protection/people/{person}/own-data")).Body!.TextContent;
        text.ShouldContain("Nõustamine");
        text.ShouldContain("Laua juures");
        foreach (var code in new[] { "advice", "Desk", "Solved", "NewImmigrant", "people.write" }) { text.ShouldNotContain(code, Case.Sensitive); }
        System.Text.RegularExpressions.Regex.Count(text, "Nõustamine").ShouldBe(2, "the one with a note, and three alike");
        text.ShouldContain("Mitu korda");
    }

    private static Loim.Events.Event Planned(out Guid id)
    {
        var it = Loim.Events.Event.Draft(Events.EventsHouse.Cafe(Events.EventsHouse.Today, 20, 5));
        id = it.Id;
        return it;
    }

    private async Task<Dictionary<string, ErasedPart>> Erase(bool isUnlawful)
    {
        var id = await House.As(TestHouse.Somebody("data-protection.rights", "people.read"), s => s.GetRequiredService<Erasing>().Begin(person, "taotlus", isUnlawful));
        return await House.As(Viewer.House, s => s.GetRequiredService<DataProtectionDb>().ErasedParts.AsNoTracking().Where(p => p.ErasureId == id).ToDictionaryAsync(p => p.Module));
    }

    private async Task<HttpResponseMessage> Edit(Browser browser, string family)
    {
        var path = $"/people/{person}/edit";
        return await browser.Post(await browser.Page(path), path, "person", ("Given", "Mari"), ("Family", family), ("Group", "NewImmigrant"), ("Language", "Ukrainian"));
    }

    private string LedgerFile => Path.Combine(House.CheckpointFile.Folder, "erasures");

    private string[] Ledger() => File.ReadAllLines(LedgerFile);

    private string Name() => House.Scalar<string>("SELECT \"FamilyName\" FROM people_people");

    private Task<IReadOnlyList<OwnRecord>> Own() => House.As(Viewer.House, s => s.GetRequiredService<OwnData>().Of(person, default));

    private Task<long?> Reported() => House.As(Viewer.House, async s =>
        (await s.GetRequiredService<Loim.Programme.Indicators.Figures>().Of(Loim.Modules.Period.Year(2025))).Single(f => f.Code == "cases.persons").Value);
}
