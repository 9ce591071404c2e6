using System.Text;
using Loim.Browser.Tests.House;

namespace Loim.Browser.Tests.Thread;

/// <summary>Steps of the thread that more than one role's day begins with.</summary>
internal static class Deeds
{
    public static async Task FillPerson(this Visit visit, string given, string family, string ownName)
    {
        await visit.Type("person", "Given", given);
        await visit.Type("person", "Family", family);
        await visit.Type("person", "OwnName", ownName);
        await visit.Choose("Group", "NewImmigrant");
        await visit.Choose("Language", "Ukrainian");
    }

    public static async Task AddPerson(this Visit visit, string given, string family, string ownName = "")
    {
        await visit.Go("/people/new");
        await visit.FillPerson(given, family, ownName);
        (await visit.Submit("person")).ShouldBe(200);
        (await visit.Heading()).ShouldBe($"{given} {family}");
    }

    public static async Task Refer(this Visit visit, string given, string family, string need)
    {
        await visit.AddPerson(given, family);
        await visit.Go($"/mental-health/refer?person={visit.Page.Url.Split('/')[^1]}");
        await visit.Type("referral", "Need", need);
        (await visit.Submit("referral")).ShouldBe(200);
        visit.Page.Url.ShouldEndWith("/mental-health/referred");
    }

    /// <summary>The specialist accepts the referral with this need; their client's page opens.</summary>
    public static async Task TakeOn(this Visit specialist, string need)
    {
        await specialist.Go("/mental-health");
        (await specialist.Press($"li:has-text('{need}') button")).ShouldBe(200);
    }

    public static async Task LogEnquiry(this Visit visit, params string[] services)
    {
        await visit.Go("/cases/enquiries/new");
        await visit.Choose("Services", services);
        await visit.Choose("Language", "Russian");
        await visit.Choose("Minutes", "10");
        await visit.Choose("Outcome", "Solved");
        (await visit.Submit("enquiry")).ShouldBe(200);
    }

    /// <returns>The path of the first link of this kind in the letters that wait to be sent.</returns>
    public static async Task<string> LinkInLetters(this Visit administrator, string beginning)
    {
        await administrator.Go("/letters/outbox");
        var letters = await administrator.Page.Locator("tbody th a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        foreach (var letter in letters)
        {
            await administrator.Go(letter);
            var links = await administrator.Page.Locator("main a").EvaluateAllAsync<string[]>("all => all.map(a => a.pathname)");
            if (links.FirstOrDefault(link => link.StartsWith(beginning, StringComparison.Ordinal)) is { } found) { return found; }
        }
        throw new InvalidOperationException($"No letter of {letters.Length} leads to {beginning}.");
    }

    /// <summary>Reads in a table of people; what to do with it waits on the page that opens.</summary>
    public static async Task UploadPeople(this Visit visit, string table)
    {
        await visit.Go("/people/imports");
        await visit.Field("upload", "File").SetInputFilesAsync(new FilePayload { Name = "inimesed.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        (await visit.Submit("upload")).ShouldBe(200);
    }

    public static async Task RecordCafe(this Visit visit, int newcomers, int locals)
    {
        await visit.Go("/library/activities/new");
        await visit.Type("activity", "Newcomers", $"{newcomers}");
        await visit.Type("activity", "Locals", $"{locals}");
        await visit.Type("activity", "Returning", "0");
        (await visit.Submit("activity")).ShouldBe(200);
    }

    /// <summary>The figure with this code on the quarter's page.</summary>
    public static async Task<int> Figure(this Visit visit, string code)
    {
        await visit.Go("/programme/quarters/2025-Q3");
        var text = await visit.Page.Locator($".figures a[href^='/programme/evidence/{code}?']").InnerTextAsync();
        return int.Parse(string.Concat(text.Where(char.IsDigit)));
    }
}
