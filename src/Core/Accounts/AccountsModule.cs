using Loim.Accounts.Passkeys;
using Loim.Accounts.Sessions;
using Loim.Accounts.Tara;
using Loim.Modules;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Accounts;

/// <summary>Who may sign in, and what their roles let them do.</summary>
public sealed class AccountsModule : Module
{
    internal override bool AlwaysOn => true;

    public override void AddServices(IServiceCollection services, IConfigurationSection settings)
    {
        var deployment = (Deployment)services.Last(s => s.ServiceType == typeof(Deployment)).ImplementationInstance!;
        var ways = WaysIn.Of(settings, deployment);
        services.AddSingleton(ways);
        if (ways.Tara is { } tara) { TaraDoor.Add(services, tara); }
        if (deployment.Demo) { services.AddScoped<DemoDoor>(); }
        AddPasswords(services);
        PasskeyDoor.Add(services, deployment);
        AddCookie(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        SignOut.Map(routes);
        if (routes.ServiceProvider.GetRequiredService<WaysIn>().Tara is not null) { TaraDoor.Map(routes); }
    }

    private static void AddPasswords(IServiceCollection services) =>
        services.AddIdentityCore<Account>(identity =>
        {
            // Length and variety, no rules of composition: those make passwords worse.
            identity.Password = new PasswordOptions
            {
                RequiredLength = 12, RequiredUniqueChars = 5,
                RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
            };
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>().AddPasswordValidator<NotOneself>();

    private static void AddCookie(IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.CookieManager = new SessionCookie();
            cookie.ExpireTimeSpan = Session.Idle;
            cookie.SlidingExpiration = true;
        });
}
