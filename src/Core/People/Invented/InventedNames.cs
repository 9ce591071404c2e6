using System.Globalization;
using Loim.Data;

namespace Loim.People.Invented;

/// <summary>Somebody who does not exist.</summary>
internal sealed record InventedPerson(string Given, string Family, string? OwnName, TargetGroup Group, SpokenLanguage Language);

/// <summary>Names put together from parts, so that nobody bears them: Estonian, other Latin, Cyrillic with its
/// transliteration, transliterated Arabic.</summary>
internal static class InventedNames
{
    private static readonly string[] EstonianGiven = ["Liivi", "Kaero", "Tuuli", "Vilmar", "Õnneli", "Ürmar", "Jääno", "Sirgo", "Männika", "Pähkla"];
    private static readonly string[] EstonianEnding = ["ke", "ri", "ta", "nel", "do", "lin"];
    private static readonly string[] EstonianPlace = ["Udu", "Päikese", "Kõrkja", "Lõime", "Vahtra", "Jäälille", "Sõnajala", "Pilve"];
    private static readonly string[] EstonianFeature = ["künnis", "nurmik", "ränd", "soppel", "hääling", "kangur", "õisik"];

    private static readonly string[] LatinGiven = ["Mar", "Sel", "Ori", "Jon", "Lum", "Ferd", "Cel", "Tav", "Bri", "Aur"];
    private static readonly string[] LatinEnding = ["anza", "ello", "wen", "quín", "ica", "ard", "ünn", "oé"];
    private static readonly string[] LatinFamily = ["Brask", "Vellor", "Quint", "Harrow", "Novel", "Santor", "Kestr", "Olmed"];
    private static readonly string[] LatinFamilyEnding = ["field", "ez", "ström", "ardo", "wick", "etti", "ão"];

    private static readonly string[] CyrillicGiven = ["Мар", "Оле", "Світ", "Яро", "Доб", "Люб", "Весн", "Зор", "Рад", "Тих"];
    private static readonly string[] CyrillicEnding = ["ічка", "слав", "ояна", "омир", "янка", "ислава", "ина", "ень"];
    private static readonly string[] CyrillicFamily = ["Долин", "Вишнеград", "Скриподол", "Хмарин", "Перелесн", "Жуковерх", "Щедролуг", "Кривояр"];
    private static readonly string[] CyrillicFamilyEnding = ["енко", "ук", "ейко", "ович", "ець", "чак", "юк"];

    private static readonly string[] ArabicGiven = ["Am", "Sal", "Naz", "Rah", "Kar", "Yus", "Zay", "Had"];
    private static readonly string[] ArabicEnding = ["ina", "imat", "eer", "wan", "iyya", "oud", "irah"];
    private static readonly string[] ArabicFamily = ["Sahr", "Qamr", "Nahd", "Warq", "Zahr", "Bahj", "Turq"];
    private static readonly string[] ArabicFamilyEnding = ["awi", "ani", "uniyya", "iri", "attar"];

    public static InventedPerson Next(Random random) => random.Next(10) switch
    {
        < 5 => Cyrillic(random),
        < 7 => Arabic(random),
        < 9 => Of(random, LatinGiven, LatinEnding, LatinFamily, LatinFamilyEnding, Any(random), SpokenLanguage.English),
        _ => Of(random, EstonianGiven, EstonianEnding, EstonianPlace, EstonianFeature, TargetGroup.Returnee, SpokenLanguage.Estonian),
    };

    private static InventedPerson Cyrillic(Random random)
    {
        var own = Of(random, CyrillicGiven, CyrillicEnding, CyrillicFamily, CyrillicFamilyEnding, Any(random),
            random.Next(3) == 0 ? SpokenLanguage.Russian : SpokenLanguage.Ukrainian);
        return own with { Given = Latin(own.Given), Family = Latin(own.Family), OwnName = $"{own.Given} {own.Family}" };
    }

    private static InventedPerson Arabic(Random random)
    {
        var person = Of(random, ArabicGiven, ArabicEnding, ArabicFamily, ArabicFamilyEnding, TargetGroup.NewImmigrant, SpokenLanguage.Other);
        return random.Next(2) == 0 ? person with { Family = $"al-{person.Family}" } : person;
    }

    private static InventedPerson Of(Random random, string[] given, string[] ending, string[] family, string[] familyEnding, TargetGroup group, SpokenLanguage language) =>
        new(One(given, random) + One(ending, random), One(family, random) + One(familyEnding, random), null, group, language);

    private static TargetGroup Any(Random random) => random.Next(3) == 0 ? TargetGroup.PersonOfOtherBackground : TargetGroup.NewImmigrant;

    private static string One(string[] parts, Random random) => parts[random.Next(parts.Length)];

    private static string Latin(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Fold.Latin(Fold.Text(name)));
}
