using System.Collections.Concurrent;
using Loim.Host.Tests.Houses;

namespace Loim.Host.Tests;

/// <summary>The audit of a real house, verified from outside by the command that anyone may run.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly TestFolders folders = new([], ["people", "programme", "cases"]);

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task It_is_verified_while_people_work_after_the_end_and_in_a_backup()
    {
        var backup = Path.Combine(folders.Deployment, "copy.db");
        await using (var host = await HostProcess.Start(folders, "--demo"))
        {
            await host.Client.SignIn("Juhtumikorraldaja");
            await host.Client.Read("/people");
            await ShouldHold();
            (await HostProcess.Run("backup", backup, "--data", folders.Data)).Code.ShouldBe(0);
            await host.Client.Read("/people");
            await host.AskToEnd();
            await host.Ended();
            host.ExitCode.ShouldBe(0);
        }
        await ShouldHold();
        await ShouldHold("--backup", backup);
        var before = Directory.GetLastWriteTimeUtc(folders.Data);
        (await ShouldHold("--key", Path.Combine(folders.Data, "checkpoints", "audit-1.pub"))).ShouldContain("Checkpoints vouch for the first ");
        Directory.GetLastWriteTimeUtc(folders.Data).ShouldBe(before);

        (await HostProcess.Run("restore", backup, "--data", folders.Data)).Code.ShouldBe(0);
        await ShouldHold();
        Directory.EnumerateFiles(Path.Combine(folders.Data, "backups"), "*.checkpoints").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_changes_the_file_is_found_out_and_the_command_says_where()
    {
        await using (var host = await HostProcess.Start(folders, "--demo"))
        {
            await host.Client.SignIn("Juhtumikorraldaja");
            await host.AskToEnd();
            await host.Ended();
        }
        var database = new Database(folders.Data);
        database.Do("DROP TRIGGER house_audit_holds");
        database.Do("UPDATE house_audit SET Who = 'Keegi Teine' WHERE Number = 7");
        (await Verify()).ShouldBe((1, "Row 7 was changed after it was written.\nNot all is right. 6 rows hold.", ""));
        File.Delete(Path.Combine(folders.Data, "keys", "audit-1.pem"));
        (await Verify()).Error.ShouldContain("name the house's public key by --key");
    }

    /// <summary>Whoever got an answer is in the audit, wherever the process was when it was killed.</summary>
    [Fact]
    public async Task Killed_between_row_and_answer_it_has_a_row_for_every_answer_and_a_chain_without_a_gap()
    {
        for (var round = 0; round < 3; round++)
        {
            var answered = new ConcurrentBag<string>();
            await using (var host = await HostProcess.Start(folders, "--demo"))
            {
                await host.Client.SignIn("Juhtumikorraldaja");
                var database = new Database(folders.Data);
                var persons = database.Column<string>("SELECT lower(Id) FROM people_people WHERE ErasedAt IS NULL LIMIT 200");
                var noted = database.Ask<long>("SELECT max(Number) FROM house_audit");
                var readers = persons.Chunk(25).Select(some => Task.Run(() => ReadAll(host.Client, some, answered))).ToList();
                await TestHost.Until(() => database.Ask<long>("SELECT max(Number) FROM house_audit") > noted + 20 * (round + 1));
                await host.Kill();
                await Task.WhenAll(readers);
                answered.ShouldNotBeEmpty();
                answered.Count.ShouldBeLessThan(persons.Count);
                var rows = database.Column<string>($"SELECT lower(Person) FROM house_audit WHERE Action = 'read' AND Person IS NOT NULL AND Number > {noted}");
                answered.Except(rows).ShouldBeEmpty();
            }
            // The end was not foreseen, so the last rows have no checkpoint yet; the chain itself has no gap.
            await ShouldHold();
        }
    }

    private static async Task ReadAll(HttpClient client, string[] persons, ConcurrentBag<string> answered)
    {
        foreach (var person in persons)
        {
            try
            {
                using var answer = await client.Ask($"/people/{person}");
                if (answer.IsSuccessStatusCode) { answered.Add(person); }
            }
            catch (HttpRequestException) { return; }
        }
    }

    private Task<(int Code, string Output, string Error)> Verify(params string[] more) => HostProcess.Run(["verify-audit", "--data", folders.Data, .. more]);

    private async Task<string> ShouldHold(params string[] more)
    {
        var (code, output, error) = await Verify(more);
        code.ShouldBe(0, output + error);
        output.ShouldContain("All is right.");
        return output;
    }
}
