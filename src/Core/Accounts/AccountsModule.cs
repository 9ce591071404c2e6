using Loim.Accounts.Sessions;
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
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.CookieManager = new SessionCookie();
            cookie.ExpireTimeSpan = Session.Idle;
            cookie.SlidingExpiration = true;
        });
        if (services.Any(s => s.ImplementationInstance is Deployment { Demo: true })) { services.AddScoped<DemoDoor>(); }
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => SignOut.Map(routes);
}
