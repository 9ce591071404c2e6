using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.Letters.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Letters;

public sealed class LinkTests : IAsyncLifetime
{
    private const string Purpose = "cases.answer-referral";
    private readonly Guid subject = Guid.CreateVersion7();
    private TestHouse house = default!;

    public Task InitializeAsync()
    {
        house = TestHouse.In(TestHouse.Rakvere with { Address = "https://loim.example" });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task It_opens_what_it_was_made_for_and_nothing_else()
    {
        var token = await Make();
        (await Open(Purpose, token))!.Subject.ShouldBe(subject);
        (await Open("events.register", token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_address_is_not_in_the_database()
    {
        var token = await Make();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(house.Store.Path)!, "loim.db*"))
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(token);
        }
    }

    [Fact]
    public async Task A_forged_one_opens_nothing()
    {
        var token = await Make();
        for (var i = 0; i < token.Length; i++)
        {
            (await Open(Purpose, token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..])).ShouldBeNull();
        }
        foreach (var last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".Where(c => c != token[^1])) { (await Open(Purpose, token[..^1] + last)).ShouldBeNull($"{last}"); }
        foreach (var rubbish in new[] { null, "", "x", new string('A', 43), new string('A', 5000), "õ", "../..", "A B" }) { (await Open(Purpose, rubbish)).ShouldBeNull(); }
    }

    [Fact]
    public async Task It_ends_on_its_day()
    {
        var token = await Make();
        house.Clock.Advance(TimeSpan.FromDays(14));
        (await Open(Purpose, token)).ShouldBeNull();
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        var token = await Make();
        await house.As(Viewer.House, s => s.GetRequiredService<IPersonalLinks>().Revoke(Purpose, subject));
        (await Open(Purpose, token)).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_is_good_once_ends_with_its_use()
    {
        var token = await Make(once: true);
        await Use(token);
        (await Open(Purpose, token)).ShouldBeNull();
        var other = await Make();
        await Use(other);
        (await Open(Purpose, other)).ShouldNotBeNull("that one is good until its day");
    }

    [Fact]
    public async Task Two_who_use_it_at_once_use_it_once()
    {
        var token = await Make(once: true);
        var link = (await Open(Purpose, token))!;
        await Use(token);
        await Should.ThrowAsync<LinkEndedException>(() => house.As(Viewer.Anyone, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<IPersonalLinks>().Use(link))));
    }

    [Fact]
    public async Task Of_twenty_who_use_it_in_the_same_moment_one_does()
    {
        var token = await Make(once: true);
        var link = (await Open(Purpose, token))!;
        var ended = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.As(Viewer.Anyone, async s =>
        {
            try { await s.GetRequiredService<Work>().Do(() => s.GetRequiredService<IPersonalLinks>().Use(link)); return false; }
            catch (LinkEndedException) { return true; }
        })));
        ended.Count(e => !e).ShouldBe(1);
    }

    [Fact]
    public async Task Its_address_holds_the_page_and_the_token_and_nothing_of_the_person()
    {
        var person = Guid.CreateVersion7();
        var address = await house.As(Viewer.House, s => s.GetRequiredService<IPersonalLinks>()
            .Make(new(Purpose, subject, "/cases/referrals/answer/{0}", TimeSpan.FromDays(1)) { Person = person }));
        address.ShouldMatch("^https://loim.example/cases/referrals/answer/[A-Za-z0-9_-]{43}$");
        var inside = Convert.ToHexString(System.Buffers.Text.Base64Url.DecodeFromChars(address.Split('/')[^1]));
        foreach (var id in new[] { person, subject }) { inside.ShouldNotContain(Convert.ToHexString(id.ToByteArray())); }
    }

    [Fact]
    public async Task It_ends_when_the_person_who_has_it_is_erased()
    {
        var person = Guid.CreateVersion7();
        var address = await house.As(Viewer.House, s => s.GetRequiredService<IPersonalLinks>()
            .Make(new(Purpose, subject, "/cases/referrals/answer/{0}", TimeSpan.FromDays(1)) { Person = person }));
        await house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(async () =>
        {
            foreach (var data in s.GetServices<Loim.Modules.IPersonalData>()) { await data.Erase(person, default); }
        }));
        (await Open(Purpose, address.Split('/')[^1])).ShouldBeNull();
    }

    [Fact]
    public async Task Who_reads_by_it_is_named_by_its_purpose()
    {
        var token = await Make();
        await house.As(Viewer.Anyone, async s =>
        {
            await s.GetRequiredService<IPersonalLinks>().Open(Purpose, token);
            s.GetRequiredService<CurrentViewer>().Viewer.Name.ShouldBe("link cases.answer-referral");
            s.GetRequiredService<CurrentViewer>().Viewer.IsSignedIn.ShouldBeFalse();
        });
    }

    private async Task<string> Make(bool once = false)
    {
        var address = await house.As(TestHouse.Somebody("cases.write"), s => s.GetRequiredService<IPersonalLinks>()
            .Make(new(Purpose, subject, "/cases/referrals/answer/{0}", TimeSpan.FromDays(14)) { Once = once }));
        address.ShouldStartWith("https://loim.example/cases/referrals/answer/");
        return address.Split('/')[^1];
    }

    private Task<OpenLink?> Open(string purpose, string? token) => house.As(Viewer.Anyone, s => s.GetRequiredService<IPersonalLinks>().Open(purpose, token));

    private Task Use(string token) => house.As(Viewer.Anyone, async s =>
    {
        var links = s.GetRequiredService<IPersonalLinks>();
        var link = (await links.Open(Purpose, token))!;
        await s.GetRequiredService<Work>().Do(() => links.Use(link));
    });
}
