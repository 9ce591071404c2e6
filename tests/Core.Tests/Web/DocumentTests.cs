using System.Globalization;
using AngleSharp;
using Loim.Core.Tests.Web.Samples;
using Loim.Data;
using Loim.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Web;

/// <summary>Documents are rendered by the same components, and personal values in them are noted alike.</summary>
public sealed class DocumentTests(WebHouse house) : IClassFixture<WebHouse>
{
    [Fact]
    public async Task A_document_is_a_whole_page_with_letterhead_and_funding()
    {
        CultureInfo.CurrentUICulture = new("uk");
        var person = Guid.CreateVersion7();
        await house.InScope(async services =>
        {
            var html = await services.GetRequiredService<Documents>().Render<Letter>(new Dictionary<string, object?>
            {
                [nameof(Letter.Name)] = "<b>Ülo</b>", [nameof(Letter.Person)] = person, [nameof(Letter.Given)] = (Sealed<string>?)new Sealed<string>("Марічка"),
            });
            var document = await BrowsingContext.New().OpenAsync(request => request.Content(html));
            document.DocumentElement.GetAttribute("lang").ShouldBe("uk");
            document.Title.ShouldBe("Лист – Rakvere linn");
            document.QuerySelector("article p:not(.brand)")!.TextContent.ShouldBe("<b>Ülo</b> Марічка");
            document.QuerySelector(".funding")!.TextContent.ShouldContain("85");
            document.QuerySelector("link[rel=stylesheet]").ShouldNotBeNull();
            services.GetRequiredService<Reading>().Persons.ShouldBe([person]);
        });
    }

    [Fact]
    public async Task A_personal_value_that_is_not_there_is_a_dash_and_no_read()
    {
        await house.InScope(async services =>
        {
            var html = await services.GetRequiredService<Documents>().Render<Personal>(new Dictionary<string, object?> { ["Of"] = Guid.CreateVersion7(), ["Value"] = null });
            html.ShouldBe("–");
            services.GetRequiredService<Reading>().Persons.ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task A_secret_that_was_moved_or_changed_is_said_to_be_unreadable()
    {
        CultureInfo.CurrentUICulture = new("et");
        await house.InScope(async services =>
        {
            var (here, elsewhere) = (new SecretPlace("t", "c", Guid.CreateVersion7()), new SecretPlace("t", "c", Guid.CreateVersion7()));
            var stored = Secret.FromCipher(services.GetRequiredService<Keyring>().Seal("tervis", here.ToString()));
            (await Shown(services, stored, here)).ShouldBe("tervis");
            (await Shown(services, stored, elsewhere)).ShouldBe("loetamatu");
        });
    }

    private static Task<string> Shown(IServiceProvider services, Secret secret, SecretPlace place) =>
        services.GetRequiredService<Documents>().Render<Personal>(new Dictionary<string, object?> { ["Of"] = Guid.CreateVersion7(), ["Value"] = (PersonalValue)secret, ["Place"] = place });
}
