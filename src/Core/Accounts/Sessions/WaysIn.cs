using Loim.Accounts.Passkeys;
using Loim.Accounts.Tara;
using Loim.Modules;
using Microsoft.Extensions.Configuration;

namespace Loim.Accounts.Sessions;

/// <summary>By which ways people come in, as the deployment says. An administrator cannot change it: it would open every account.</summary>
internal sealed record WaysIn(bool Password, TaraSettings? Tara, bool Passkey)
{
    /// <exception cref="ModuleException">No way would be open, or one is not set up; the house is not built.</exception>
    public static WaysIn Of(IConfigurationSection settings, Deployment deployment)
    {
        // In a demonstration the clock is not TARA's, and nobody is who they are.
        var tara = deployment.Demo ? null : TaraSettings.Of(settings.GetSection("Tara"), deployment);
        var password = settings.GetValue("Password", true);
        var possible = PasskeyDoor.IsPossible(deployment);
        var passkey = settings.GetValue("Passkey", deployment.Demo && possible);
        if (passkey && !possible) { throw Refused("Passkey needs the deployment's \"address\", an https address with a name: a browser keeps passkeys for a name, and lets them be used nowhere else."); }
        // A passkey is added by somebody who came in by another way.
        return password || tara is not null || deployment.Demo
            ? new(password, tara, passkey)
            : throw Refused("Nobody could sign in: Password is false, and TARA is not set up.");
    }

    private static ModuleException Refused(string reason) => new("accounts", "settings", reason, refused: true);
}
