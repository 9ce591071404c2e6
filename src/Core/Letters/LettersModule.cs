using Loim.Letters.Outbox;
using Loim.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Letters;

/// <summary>What leaves the house for people without an account: letters by e-mail, and the personal links in them.</summary>
internal sealed class LettersModule : Module
{
    internal override bool AlwaysOn => true;

    public override void AddServices(IServiceCollection services, IConfigurationSection settings) =>
        services.AddSingleton(settings.Get<MailRoute>() ?? new());
}
