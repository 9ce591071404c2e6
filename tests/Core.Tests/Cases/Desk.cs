using Loim.Access;
using Loim.Cases;
using Loim.Cases.Enquiries;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.People;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Cases;

/// <summary>Enquiries for tests.</summary>
internal static class Desk
{
    public static readonly DateOnly Today = new(2025, 9, 15);

    public static EnquiryAnswers Said(params string[] services) => new()
    {
        Day = Today,
        Channel = Channel.Desk,
        Outcome = Outcome.Solved,
        Language = SpokenLanguage.Russian,
        Minutes = 20,
        Services = services,
        Topics = ["work", "school"],
    };

    public static Enquiry Enquiry(EnquiryAnswers said, string? organisation = null, Guid by = default)
    {
        var enquiry = new Enquiry
        {
            LoggedAt = new DateTime(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc), LoggedBy = by, LoggedByName = "Test Tester", Organisation = organisation,
        };
        enquiry.Say(said, Today);
        return enquiry;
    }

    public static Task Add(this TestHouse house, params Enquiry[] enquiries) =>
        house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<CasesDb>().AddRange(enquiries)));

    public static TestHouse House() => TestHouse.With(new CasesModule());

    public static Viewer Adviser(string? organisation) =>
        Viewer.Of(Guid.CreateVersion7(), "Test Tester", organisation, new HashSet<string> { "cases.read", "cases.write", "people.read" });
}
