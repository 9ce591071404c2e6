using System.Net;
using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Sessions;
using Loim.Accounts.Staff;
using Loim.Core.Tests.Accounts.Tara;
using Loim.Core.Tests.Data;
using Loim.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Doors;

/// <summary>Which doors a deployment opens, and that a closed one tells nobody anything.</summary>
public sealed class WaysInTests
{
    private static readonly Dictionary<string, string?> Complete = new() { ["Tara:Issuer"] = "https://tara.ria.ee", ["Tara:Client"] = "loim", ["Tara:Secret"] = "s" };

    [Fact]
    public async Task Without_settings_people_come_in_by_password_and_of_TARA_nothing_is_there()
    {
        await using var house = await DoorHouse.Open();
        using var guest = house.Guest();
        using var page = await guest.Get("/accounts/sign-in");
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("TARA");
        using var ask = await guest.Get("/accounts/sign-in/tara");
        ask.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var answer = await guest.Get("/accounts/sign-in/tara/answer?code=x&state=y");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_passwords_are_closed_the_right_one_opens_nothing_and_TARA_does()
    {
        await using var house = await TaraHouse.Open(("Password", "false"));
        using var guest = house.Door.Guest();
        using var page = await guest.Get("/accounts/sign-in");
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("name=\"Password\"");
        (await house.Door.House.SignIn("mari", Staff.Password)).ShouldBeNull();
        (await TaraHouse.SignIn(guest)).Dispose();
        (await DoorHouse.IsInside(guest)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_demonstration_its_door_is_not_there_whatever_the_accounts_are_called()
    {
        await using var house = await DoorHouse.Open();
        var mari = await house.House.Hire("mari@demo.example", "organiser");
        using var guest = house.Guest();
        using var answer = await guest.Get("/accounts/sign-in");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(mari.ToString());
        await using var demonstration = await DoorHouse.Open(demo: true);
        var played = await demonstration.House.Hire("mari@demo.example", "organiser");
        using var visitor = demonstration.Guest();
        using var shown = await visitor.Get("/accounts/sign-in");
        (await shown.Content.ReadAsStringAsync()).ShouldContain(played.ToString());
    }

    [Theory]
    [InlineData("Tara:Issuer", "http://tara.ria.ee", "must be an https address")]
    [InlineData("Tara:Secret", "", "LOIM_accounts__Tara__Secret")]
    [InlineData("Tara:Client", "", "\"Client\"")]
    [InlineData("Tara:Methods", "idcard banklink", "Methods")]
    [InlineData("Tara:Patience", "0", "Patience")]
    [InlineData("Tara:Roots", "/no/such/file", "is no file")]
    [InlineData("address", "http://loim.rakvere.example", "\"address\"")]
    [InlineData("address", "", "\"address\"")]
    public void What_is_not_set_up_whole_is_refused_in_a_sentence(string name, string value, string sentence)
    {
        var settings = new Dictionary<string, string?>(Complete) { [name] = value };
        var address = name == "address" ? value : "https://loim.rakvere.example";
        Should.Throw<ModuleException>(() => Read(settings, address)).Reason.ShouldContain(sentence);
        Read(Complete, "https://loim.rakvere.example").Tara!.Redirect.ShouldBe("https://loim.rakvere.example/accounts/sign-in/tara/answer");
    }

    [Theory]
    [InlineData("https://loim.rakvere.example", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://loim.rakvere.example", false)]
    [InlineData("https://192.0.2.1", false)]
    [InlineData("", false)]
    public void Passkeys_are_opened_where_a_browser_keeps_them_and_refused_elsewhere(string address, bool possible)
    {
        if (possible) { Read(new() { ["Passkey"] = "true" }, address).Passkey.ShouldBeTrue(); }
        else { Should.Throw<ModuleException>(() => Read(new() { ["Passkey"] = "true" }, address)).Reason.ShouldContain("\"address\""); }
        Read([], address).Passkey.ShouldBeFalse("nobody has opened it");
    }

    [Fact]
    public void A_house_that_nobody_could_enter_is_refused() =>
        Should.Throw<ModuleException>(() => Read(new() { ["Password"] = "false", ["Passkey"] = "true" }, "https://loim.rakvere.example")).Reason.ShouldContain("Nobody could sign in");

    [Fact]
    public void The_secret_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from a file\n");
        try { Read(new(Complete) { ["Tara:Secret"] = "", ["Tara:SecretFile"] = file }, "https://loim.rakvere.example").Tara!.Secret.ShouldBe("from a file"); }
        finally { File.Delete(file); }
    }

    [Theory]
    [InlineData("mari", 1)]
    [InlineData("nobody", 1)]
    [InlineData("peeter", 1)]
    public async Task A_wrong_password_costs_the_same_work_whether_the_name_is_known_or_not_or_has_none(string name, int hashings)
    {
        await using var house = Staff.House();
        await house.Hire("mari", "organiser");
        await house.As(Viewer.House, s => s.GetRequiredService<AccountKeeper>().Add(new Account { Name = "peeter", DisplayName = "peeter" }, null, oneTime: false));
        await house.As(Viewer.Anyone, async s =>
        {
            var users = s.GetRequiredService<UserManager<Account>>();
            var counting = new Counting(users.PasswordHasher);
            users.PasswordHasher = counting;
            (await s.GetRequiredService<FrontDoor>().Check(name, "vale parool vale")).ShouldBeNull();
            counting.Hashings.ShouldBe(hashings);
        });
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_wrong_name_a_wrong_password_and_a_disabled_account()
    {
        await using var house = await DoorHouse.Open();
        await house.House.Hire("peeter", "administrator");
        await house.House.Hire("mari", "organiser");
        var jaan = await house.House.Hire("jaan", "organiser");
        await house.House.Change(jaan, (keeper, account) => keeper.Disable(account));
        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("nobody", "vale parool vale"), ("mari", "vale parool vale"), ("jaan", Staff.Password) })
        {
            using var guest = house.Guest();
            using var answer = await guest.SignIn(name, password);
            var page = await Web.Browser.Read(answer);
            answers.Add($"{answer.StatusCode} {page.QuerySelector("main")!.TextContent.Replace(name, "", StringComparison.Ordinal)}");
        }
        answers.Distinct().ShouldHaveSingleItem();
    }

    private static WaysIn Read(Dictionary<string, string?> settings, string address) =>
        WaysIn.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"accounts:{s.Key}", s => s.Value)).Build().GetSection("accounts"), TestHouse.Rakvere with { Address = address });

    private sealed class Counting(IPasswordHasher<Account> inner) : IPasswordHasher<Account>
    {
        public int Hashings { get; private set; }

        public string HashPassword(Account user, string password)
        {
            Hashings++;
            return inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Hashings++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
