using System.Net;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>What people see, and what stays in the database, when the machine lets the house down.</summary>
public sealed class HardTimesTests : IDisposable
{
    private readonly TestFolders folders = new([], ["people", "programme", "cases"]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task What_cannot_be_noted_is_not_shown()
    {
        await using var host = await AtWork();
        var database = new Database(folders.Data);
        var names = NamesIn(database);
        var pages = new[] { "/people", "/people/" + database.Ask<string>("SELECT lower(Id) FROM people_people ORDER BY fold LIMIT 1") };
        foreach (var page in pages) { await ShouldShow(host, page, names); }

        database.Do("ALTER TABLE house_audit RENAME TO house_audit_elsewhere");
        foreach (var page in pages) { await ShouldBeClosed(await host.Client.Ask(page), names); }

        database.Do("ALTER TABLE house_audit_elsewhere RENAME TO house_audit");
        foreach (var page in pages) { await ShouldShow(host, page, names); }
    }

    [Fact]
    public async Task A_database_that_somebody_holds_is_a_clear_answer_and_nothing_is_half_written()
    {
        await using var host = await AtWork();
        var database = new Database(folders.Data);
        var (names, form, before) = (NamesIn(database), await NewPerson(host), database.Rows());
        using (database.Locked())
        {
            var asked = Task.WhenAll(host.Client.Ask("/people"), host.Client.Ask("/people"), host.Client.Post("/people/new", form));
            var answers = await asked.WaitAsync(TimeSpan.FromMinutes(1));
            foreach (var answer in answers) { await ShouldBeClosed(answer, names); }
        }
        database.Rows().ShouldBe(before);
        await ShouldTake(host, () => database, form);
        await ShouldShow(host, "/people", names);
    }

    [Fact]
    public async Task A_full_disk_is_a_clear_answer_and_work_goes_on_when_there_is_room()
    {
        using var disk = await SmallDisk.Over(folders.Data, "32m");
        await using (var host = await AtWork(disk.Inside))
        {
            var (names, form) = (NamesIn(disk.Copy()), await NewPerson(host));
            disk.Fill();
            // What was allotted to the log of the database earlier still takes a few notes.
            await TestHost.Until(async () => !(await host.Client.Ask("/people")).IsSuccessStatusCode);
            var before = disk.Copy().Rows();
            await ShouldBeClosed(await host.Client.Post("/people/new", form), names);
            await ShouldBeClosed(await host.Client.Ask("/people"), names);
            disk.Copy().ShouldBeSound();
            disk.Copy().Rows().ShouldBe(before);

            disk.Free();
            await ShouldTake(host, disk.Copy, form);
            await host.AskToEnd();
            await host.Ended();
            host.ExitCode.ShouldBe(0);
        }
        disk.Copy().ShouldBeSound();
        await using var again = await HostProcess.Start(disk.Inside, folders, "--demo");
        (await again.Client.Ask("/accounts/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_clock_of_a_demonstration_never_goes_back_behind_what_was_recorded()
    {
        var database = new Database(folders.Data);
        await using (var host = await HostProcess.Start(folders, "--demo"))
        {
            (await host.Client.Read("/accounts/sign-in")).ShouldContain("15.&#xA0;september 2025");
            await host.Kill();
        }
        // Somebody worked on until November; another process, whose clock was behind, wrote after them.
        database.Do("DROP TRIGGER house_audit_holds");
        database.Do("UPDATE house_audit SET At = '2025-11-03 10:00:00' WHERE Number = (SELECT max(Number) - 1 FROM house_audit)");
        await using var again = await HostProcess.Start(folders, "--demo");
        (await again.Client.Read("/accounts/sign-in")).ShouldContain("3.&#xA0;november 2025");
        await again.Client.SignIn("Administraator");
        database.Ask<DateTime>("SELECT At FROM house_audit ORDER BY Number DESC LIMIT 1").ShouldBeGreaterThan(new DateTime(2025, 11, 3, 10, 0, 0));
    }

    private async Task<HostProcess> AtWork(params string[] inside)
    {
        var host = await HostProcess.Start(inside, folders, "--demo");
        await host.Client.SignIn("Juhtumikorraldaja");
        host.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("uk");
        return host;
    }

    private static async Task ShouldShow(HostProcess host, string page, IEnumerable<string> names)
    {
        var shown = await host.Client.Read(page);
        names.ShouldContain(name => shown.Contains(name), page);
    }

    private static List<string> NamesIn(Database database) =>
        database.Column<string>("SELECT FamilyName FROM people_people UNION SELECT OwnName FROM people_people WHERE OwnName IS NOT NULL");

    private static Task<IReadOnlyDictionary<string, string>> NewPerson(HostProcess host) => host.Client.Filled("/people/new", "person",
        ("Given", "Õie"), ("Family", "Hädaabi-Tugev"), ("Group", "NewImmigrant"), ("Language", "Ukrainian"));

    private static async Task ShouldTake(HostProcess host, Func<Database> database, IReadOnlyDictionary<string, string> form)
    {
        var before = database().Rows();
        using var answer = await host.Client.Post("/people/new", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldMatch("^/people/[0-9a-f-]{36}$");
        database().Rows()["people_people"].ShouldBe(before["people_people"] + 1);
    }

    private static async Task ShouldBeClosed(HttpResponseMessage answer, List<string> names)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, body);
            answer.Headers.RetryAfter.ShouldNotBeNull();
            body.ShouldContain("<html lang=\"uk\"");
            body.ShouldContain("Нічого не збережено й не показано.");
            var all = $"{answer.Headers}{answer.Content.Headers}{body}";
            names.ShouldAllBe(name => !all.Contains(name));
        }
    }
}
