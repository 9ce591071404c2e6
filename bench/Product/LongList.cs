namespace Loim.Bench.Product;

/// <summary>A list that is measured, with a filter set, and the floor's page that stands against it.</summary>
internal sealed record LongList(string Name, string Path, string Floor)
{
    public static LongList People { get; } = new("people", "/people?group=NewImmigrant", "/people?which=NewImmigrant");

    public static LongList Enquiries { get; } = new("enquiries", "/cases/enquiries?channel=Desk", "/enquiries?which=Desk");

    public static IReadOnlyList<LongList> All { get; } = [People, Enquiries];
}
