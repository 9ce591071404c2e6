namespace Rakvere.Library.Catalogues;

/// <summary>What a demonstration finds where no catalogue is set: books that nobody has written.</summary>
internal static class InventedTitles
{
    private static readonly (string Language, string Level, string Name, string Year)[] Books =
    [
        ("et", "A1", "Tere, naaber!", "2021"), ("et", "A1", "Minu esimene tänav", "2022"), ("et", "A1", "Poes ja turul: pildisõnastik", "2023"), ("et", "A1", "Hommikust õhtuni", "2020"),
        ("et", "A2", "Esimesed eestikeelsed lood", "2021"), ("et", "A2", "Räägime Rakverest: lihtsas keeles", "2023"), ("et", "A2", "Kiri vanaemale", "2019"), ("et", "A2", "Neli aastaaega rabas", "2022"),
        ("ru", "B1", "Дом у старой мельницы", "2018"), ("ru", "B1", "Соседи с третьего этажа", "2021"), ("ru", "B1", "Короткие рассказы о городе", "2022"),
        ("uk", "B1", "Хата над озером", "2020"), ("uk", "B1", "Листи з півночі", "2023"), ("uk", "B1", "Казки для довгого вечора", "2021"),
    ];

    public static CatalogueAnswer Find(CatalogueQuestion asked)
    {
        var found = Books.Index().Where(b => b.Item.Language == asked.Language && b.Item.Level == asked.Level
                && (asked.Words ?? "").Split(' ').All(word => b.Item.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase)))
            .Select(b => new CatalogueTitle($"demo-{b.Index}", b.Item.Name, b.Item.Year)).ToList();
        return new(CatalogueState.Invented, found.Count, found);
    }
}
