using System.Text;
using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Core.Tests.Docs;
using Loim.Programme;
using Loim.Programme.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.Programme;

public class PlanImportTests
{
    internal static string Plan2025 { get; } = Path.Combine(Repository.Root, "data", "activity-plan-2025.csv");

    [Fact]
    public async Task The_2025_plan_adds_up_to_the_cent()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        var report = await Import(house, await File.ReadAllTextAsync(Plan2025));

        report.Year.ShouldBe(2025);
        report.Added.Count.ShouldBe(134);
        report.PartnersCents.ShouldBe(1_066_278_75);
        report.ImplementerCents.ShouldBe(200_582_00);
        report.Owners.ShouldContain(("Rakvere", "linn", 13, 82_037_77));
        report.Oddities.ShouldNotContain(o => o.Kind == OddityKind.SumDiffers);
        house.Scalar<long>("SELECT sum(BudgetCents) FROM programme_lines WHERE IsGroup = 0").ShouldBe(1_266_860_75);
        house.Scalar<long>("SELECT count(*) FROM programme_line_cards WHERE Year = 2025 AND Owner = 'Rakvere'").ShouldBe(13);
    }

    [Fact]
    public async Task A_repeated_import_changes_nothing_and_keeps_the_keys()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        var csv = await File.ReadAllTextAsync(Plan2025);
        await Import(house, csv);
        var (keys, facts) = (Keys(house), house.Scalar<long>("SELECT count(*) FROM house_facts"));

        var again = await Import(house, csv);

        again.IsNothingNew.ShouldBeTrue();
        Keys(house).ShouldBe(keys);
        house.Scalar<long>("SELECT count(*) FROM house_facts").ShouldBe(facts);
    }

    [Fact]
    public async Task A_changed_amount_changes_that_line_alone()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        var csv = await File.ReadAllTextAsync(Plan2025);
        await Import(house, csv);
        var keys = Keys(house);

        var report = await Import(house, csv.Replace("2025-12-31,18037.77,", "2025-12-31,18037.78,", StringComparison.Ordinal));

        report.Changed.ShouldHaveSingleItem().TitleEt.ShouldStartWith("Vajaduspõhine tugiteenus");
        report.Oddities.Single(o => o.Kind == OddityKind.SumDiffers).ShouldSatisfyAllConditions(o => o.Printed.ShouldBe(20_037_77), o => o.Computed.ShouldBe(20_037_78));
        Keys(house).ShouldBe(keys);
    }

    [Fact]
    public async Task A_file_without_a_line_of_the_plan_takes_nothing_away()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        var csv = await File.ReadAllTextAsync(Plan2025);
        await Import(house, csv);

        var report = await Import(house, string.Join('\n', csv.Split('\n').Where(l => !l.Contains("Digipädevuse parandamine", StringComparison.Ordinal))));

        report.Missing.ShouldHaveSingleItem().TitleEt.ShouldBe("Digipädevuse parandamine");
        house.Scalar<long>("SELECT count(*) FROM programme_lines").ShouldBe(134);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        var report = await house.As(Viewer.House, s => s.GetRequiredService<PlanImport>().Preview(PlanFile.Read(File.OpenRead(Plan2025))));

        report.Added.Count.ShouldBe(134);
        house.Scalar<long>("SELECT count(*) FROM programme_lines").ShouldBe(0);
    }

    [Fact]
    public async Task A_line_stands_under_the_nearest_group_of_its_own_owner()
    {
        await using var house = TestHouse.With(new ProgrammeModule());
        await Import(house, await File.ReadAllTextAsync(Plan2025));

        var parents = await house.As(Viewer.House, async s =>
        {
            var db = s.GetRequiredService<ProgrammeDb>();
            return await db.Lines.Where(l => l.Owner == "Parnu").Join(db.Lines, l => l.ParentId, p => p.Id, (l, p) => new { l.TitleEt, Parent = p.TitleEt, p.Owner }).ToListAsync();
        });

        parents.ShouldAllBe(p => p.Owner == "Parnu");
        parents.Single(p => p.TitleEt == "Sündmused sihtrühmaga kontakti saavutamiseks").Parent.ShouldStartWith("Kohaliku sihtrühma kaasamine");
        parents.Single(p => p.TitleEt.StartsWith("Personaalsete", StringComparison.Ordinal)).Parent.ShouldStartWith("Vajaduspõhise tugiteenuse");
    }

    private static string[] Keys(TestHouse house) =>
        house.Scalar<string>("SELECT group_concat(Id, ' ') FROM (SELECT Id FROM programme_lines ORDER BY Id)").Split(' ');

    internal static Task<ImportReport> Import(TestHouse house, string csv) => house.As(Viewer.House, s =>
        s.GetRequiredService<PlanImport>().Import(PlanFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv))), new("68", new(2025, 3, 25))));
}
