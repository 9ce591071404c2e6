using System.Text;
using System.Text.RegularExpressions;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Web;
using Loim.Data;
using Loim.Letters.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Letters;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly MailServerProcess server = new();
    private WebHouse web = default!;
    private TestHouse house = default!;

    public Task InitializeAsync()
    {
        house = TestHouse.With(new Dictionary<string, string?>
        {
            ["letters:Server"] = "127.0.0.1", ["letters:Port"] = $"{server.Port}", ["letters:Encrypted"] = "false", ["letters:From"] = "loim@rakvere.example",
        });
        web = new WebHouse(house);
        return web.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        await server.End();
    }

    [Fact]
    public async Task A_letter_leaves_in_the_recipients_language_as_text_and_markup()
    {
        await server.Start();
        await Post("Oksana Õunapuu", "uk");
        await Send();
        var mail = server.Mails().ShouldHaveSingleItem();
        mail.ShouldContain("To: newcomer@example.ee");
        mail.ShouldContain("Content-Type: text/plain; charset=utf-8");
        mail.ShouldContain("Content-Type: text/html; charset=utf-8");
        Decoded(mail).ShouldContain("abi@rakvere.example");
        Row("State").ShouldBe("Sent");
        house.Scalar<int>("SELECT count(*) FROM letters_letters WHERE Subject IS NULL AND Body IS NULL").ShouldBe(1, "what it said is forgotten");
    }

    [Fact]
    public async Task A_dead_server_delays_a_letter_and_loses_none()
    {
        await Post("Ivan", "et");
        await Send();
        (Row("State"), Row("Tries")).ShouldBe(("Waiting", "1"));
        Row("Trouble").ShouldNotContain("newcomer@");
        await server.Start();
        await Send();
        server.Mails().ShouldBeEmpty("it is not due yet");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Send();
        server.Mails().Count.ShouldBe(1);
        Row("State").ShouldBe("Sent");
    }

    [Fact]
    public async Task After_many_tries_it_waits_for_somebody_to_look_at()
    {
        await Post("Ivan", "et");
        for (var i = 0; i < Letter.MostTries; i++)
        {
            await Send();
            house.Clock.Advance(TimeSpan.FromHours(7));
        }
        Row("State").ShouldBe("Failed");
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_sends_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => As(TestHouse.Somebody("cases.write"), s => s.GetRequiredService<Work>().Do(async () =>
        {
            await s.GetRequiredService<IPostBox>().Post<Greeting>(new("newcomer@example.ee", "et"), new Dictionary<string, object?> { ["Name"] = "Ivan" });
            throw new InvalidOperationException("the change fails");
        })));
        house.Scalar<int>("SELECT count(*) FROM letters_letters").ShouldBe(0);
    }

    [Fact]
    public async Task A_line_break_in_a_name_makes_no_header()
    {
        await server.Start();
        await Post("Ivan\r\nBcc: everyone@example.ee", "et");
        await Send();
        server.Mails().ShouldHaveSingleItem().ShouldNotContain("\nBcc:");
    }

    [Fact]
    public void Its_text_says_where_links_lead() =>
        PlainText.Of("<html><head><title>T</title></head><body><h1>T</h1><p>Loe <a href=\"http://x/y\">siit</a>&nbsp;ja&amp;</p><ul><li>a</li><li>b</li></ul></body></html>")
            .ShouldBe("T\n\nLoe siit: http://x/y\u00a0ja&\n\na\nb\n");

    private Task Post(string name, string language) => As(TestHouse.Somebody("cases.write"), s =>
        s.GetRequiredService<IPostBox>().Post<Greeting>(new("newcomer@example.ee", language), new Dictionary<string, object?> { ["Name"] = name }));

    private Task Send() => As(Viewer.House, s => s.GetRequiredService<SendLetters>().Run(default));

    private Task As(Viewer viewer, Func<IServiceProvider, Task> act) => web.InScope(async services =>
    {
        services.GetRequiredService<CurrentViewer>().Viewer = viewer;
        await act(services);
    });

    private string Row(string column) => house.Scalar<string>($"SELECT {column} FROM letters_letters");

    /// <summary>Its parts in base64, as text.</summary>
    private static string Decoded(string mail) => string.Concat(Regex.Matches(mail, @"(?:^[A-Za-z0-9+/=]{20,}\r?$\n?)+", RegexOptions.Multiline)
        .Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Value.ReplaceLineEndings("")))));
}
