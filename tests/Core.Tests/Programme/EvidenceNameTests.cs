using Loim.Access;
using Loim.Cases;
using Loim.Core.Tests.Cases;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.People;
using Loim.Core.Tests.Web;
using Loim.Events;
using Loim.Programme;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

public sealed class EvidenceHouse() : WebHouse(new ProgrammeModule(), new CasesModule(), new EventsModule())
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var person = Crowd.Person("Orysia", "Zahublena");
        await House.Add(person);
        await House.Add(Desk.Enquiry(Desk.Said("advice") with { Person = person.Id }), Desk.Enquiry(Desk.Said("advice")));
        await House.As(Viewer.House, s => s.GetRequiredService<IEvents>().Record(new NewEvent
        {
            Kind = EventKind.LanguageCafe, Title = "Sügiskohvik", Day = new(2025, 9, 9), Start = new(17, 30), End = new(19, 0), Venue = "Saal", Organiser = "Linn", Attended = new(4, 2),
        }));
    }
}

/// <summary>What stands behind a figure is called what people call it.</summary>
public sealed class EvidenceNameTests(EvidenceHouse house) : IClassFixture<EvidenceHouse>
{
    [Fact]
    public async Task An_event_is_named_by_its_title() =>
        (await Names("events.participants", "programme.read,events.read")).ShouldBe(["Sügiskohvik"]);

    [Fact]
    public async Task A_person_is_named_to_those_who_may_see_them_and_the_read_is_noted()
    {
        (await Names("cases.visits", "programme.read,cases.read,people.read")).ShouldBe(["Orysia Zahublena", "Record of 15.09.2025"], ignoreOrder: true);
        house.House.Scalar<int>("SELECT count(*) FROM house_audit WHERE Action = 'read' AND Person IS NOT NULL").ShouldBe(1);
        (await Names("cases.visits", "programme.read,cases.read")).ShouldBe(["Record of 15.09.2025", "Record of 15.09.2025"]);
    }

    private async Task<IEnumerable<string>> Names(string figure, string permissions)
    {
        using var browser = house.Open("en", permissions);
        return (await browser.Page($"/programme/evidence/{figure}?period=2025-Q3")).QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim());
    }
}
