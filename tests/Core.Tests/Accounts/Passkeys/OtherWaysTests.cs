using Loim.Access;
using Loim.Accounts;
using Loim.Accounts.Passkeys;
using Loim.Accounts.Passkeys.Keeping;
using Loim.Accounts.Staff;
using Loim.Accounts.Tara.Identities;
using Loim.Core.Tests.Data;
using Loim.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Accounts.Passkeys;

/// <summary>A passkey beside other doors that are open, closed, or were closed since.</summary>
public sealed class OtherWaysTests
{
    private const string Issuer = "https://tara.example";

    [Theory]
    [InlineData("password", true)]
    [InlineData("password", false)]
    [InlineData("binding", true)]
    [InlineData("binding", false)]
    [InlineData("passkey", true)]
    [InlineData("passkey", false)]
    [InlineData("demonstration", true)]
    [InlineData("demonstration", false)]
    [InlineData("nothing, in a demonstration", false)]
    public async Task The_last_one_is_removed_where_another_way_in_is_open_and_theirs(string way, bool open)
    {
        // Where passwords are closed, TARA must be open.
        var hasTara = way == "binding" ? open : way == "password" && !open;
        await using var house = House(demo: way == "demonstration" ? open : way.EndsWith("demonstration", StringComparison.Ordinal), ("Passkey", "true"), ("Password", $"{way != "password" || open}"), ("Tara:Issuer", hasTara ? Issuer : null));
        var (mari, jaan) = (await house.Hire(way == "demonstration" ? "mari@demo.example" : "mari", "organiser"), await house.Hire("jaan", "organiser"));
        var removed = await house.As(Viewer.House, async s =>
        {
            var (db, account) = (s.GetRequiredService<House<AccountsDb>>().Db, (await s.GetRequiredService<AccountKeeper>().Find(mari))!);
            var last = Kept(mari, [1]);
            await s.GetRequiredService<Work>().Do(() =>
            {
                db.Add(last);
                if (way == "passkey") { db.Add(Kept(open ? mari : jaan, [2])); }
                if (way == "binding") { db.Add(Bound(mari, s.GetRequiredService<BlindIndex>())); }
                if (way != "password") { account.PasswordHash = null; }
            });
            return await s.GetRequiredService<PasskeyKeeper>().Remove(account, last.Id, new DefaultHttpContext());
        });
        removed.ShouldBe(open);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_asked_while_the_door_was_open_is_answered_in_vain_once_it_is_closed(bool open)
    {
        await using var house = House(demo: false, ("Passkey", $"{open}"));
        var mari = await house.Hire("mari", "organiser");
        using var key = new Authenticator(PasskeyHouse.Address);
        await house.As(Viewer.House, async s =>
        {
            var (keeper, door, context) = (s.GetRequiredService<PasskeyKeeper>(), s.GetRequiredService<PasskeyDoor>(), new DefaultHttpContext { RequestServices = s });
            var account = (await s.GetRequiredService<AccountKeeper>().Find(mari))!;
            var asked = await keeper.Ask(account, context);
            (await keeper.Add(account, "Telefon", asked.Sealed, key.Create(asked.Options), context)).ShouldBe(open);
            if (!open) { await s.GetRequiredService<Work>().Do(() => s.GetRequiredService<House<AccountsDb>>().Db.Add(Kept(mari, key.Id, key.PublicKey()))); }
            var question = await door.Ask(context);
            (await door.Recognise(question.Sealed, key.Sign(question.Options), context))?.Id.ShouldBe(mari);
        });
        house.Scalar<int>("SELECT count(*) FROM accounts_passkeys WHERE UsedAt IS NOT NULL").ShouldBe(open ? 1 : 0);
    }

    internal static Passkey Kept(Guid account, byte[] id, byte[]? key = null) =>
        new() { AccountId = account, Name = "Telefon", CredentialId = id, PublicKey = key ?? id, MadeAt = new(2025, 9, 1, 9, 0, 0, DateTimeKind.Utc) };

    private static Identity Bound(Guid account, BlindIndex index)
    {
        var identity = new Identity { Id = account };
        identity.Be(new TaraIdentity(Issuer, "EE60001019906"), index);
        return identity;
    }

    private static TestHouse House(bool demo, params (string Name, string? Value)[] settings)
    {
        var all = settings.ToDictionary(s => $"accounts:{s.Name}", s => s.Value);
        (all["accounts:Tara:Client"], all["accounts:Tara:Secret"]) = ("loim", "s");
        return TestHouse.In(Staff.Rakvere(demo) with { Address = PasskeyHouse.Address }, all);
    }
}
