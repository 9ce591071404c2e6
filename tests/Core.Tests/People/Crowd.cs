using Loim.Access;
using Loim.Core.Tests.Data;
using Loim.Data;
using Loim.People;
using Loim.People.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Loim.Core.Tests.People;

/// <summary>Persons for tests.</summary>
internal static class Crowd
{
    public static Person Person(string given, string family, string? own = null) => new()
    {
        GivenName = new(given),
        FamilyName = new(family),
        OwnName = own is null ? null : new(own),
        TargetGroup = TargetGroup.NewImmigrant,
        Language = SpokenLanguage.Ukrainian,
        AddedAt = new DateTime(2025, 9, 15, 6, 0, 0, DateTimeKind.Utc),
    };

    public static Task Add(this TestHouse house, params Person[] people) =>
        house.As(Viewer.House, s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<PeopleDb>().AddRange(people)));
}
