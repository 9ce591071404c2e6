namespace Tartu.ParticipationCouncil.Wordings;

/// <summary>Translations of what the demonstration says.</summary>
internal static class CouncilWords
{
    public static readonly IReadOnlyDictionary<string, string?> Council = new Dictionary<string, string?>
    {
        ["Name-en"] = "Council of new Tartu residents", ["Name-ru"] = "Совет новых жителей Тарту", ["Name-uk"] = "Рада нових мешканців Тарту",
        ["Purpose-en"] = "What can the city do so that a new resident finds the language, work and acquaintances in the first year?",
        ["Purpose-ru"] = "Что может сделать город, чтобы новый житель за первый год освоил язык, нашёл работу и знакомых?",
        ["Purpose-uk"] = "Що може зробити місто, щоб новий мешканець за перший рік опанував мову, знайшов роботу та знайомих?",
    };

    public static readonly IReadOnlyDictionary<string, string?> First = new Dictionary<string, string?>
    {
        ["Place-en"] = "Hall of the Town Hall", ["Place-ru"] = "Зал ратуши", ["Place-uk"] = "Зала ратуші",
        ["Agenda-en"] = "Getting acquainted and how we work", ["Agenda-ru"] = "Знакомство и порядок работы", ["Agenda-uk"] = "Знайомство і порядок роботи",
        ["Outcome-en"] = "Three themes were agreed: learning the language, a first job, neighbours.",
        ["Outcome-ru"] = "Договорились о трёх темах: изучение языка, первая работа, соседи.",
        ["Outcome-uk"] = "Домовилися про три теми: вивчення мови, перша робота, сусіди.",
    };

    public static readonly IReadOnlyDictionary<string, string?> Second = new Dictionary<string, string?>
    {
        ["Place-en"] = "Hall of the Town Hall", ["Place-ru"] = "Зал ратуши", ["Place-uk"] = "Зала ратуші",
        ["Agenda-en"] = "Learning the language: discussing the proposals", ["Agenda-ru"] = "Изучение языка: обсуждение предложений", ["Agenda-uk"] = "Вивчення мови: обговорення пропозицій",
    };

    public static readonly IReadOnlyDictionary<string, string?> Evenings = new Dictionary<string, string?>
    {
        ["Title-et"] = "Keelekohvik ka õhtul", ["Title-en"] = "A language café in the evening too", ["Title-ru"] = "Языковое кафе и вечером",
        ["Text-et"] = "Päevased keelekohvikud jäävad tööl käijatele kättesaamatuks. Palume vähemalt üht õhtust korda nädalas.",
        ["Text-en"] = "Those who work cannot come to language cafés by day. We ask for at least one evening a week.",
        ["Text-ru"] = "Кто днём работает, не может прийти на дневные языковые кафе. Просим хотя бы одну вечернюю встречу в неделю.",
        ["Reasons-en"] = "Agreed: an evening helps those who work by day. There is a room and somebody to lead it.",
        ["Reasons-ru"] = "Согласны: вечерняя встреча поможет тем, кто днём работает. Помещение и ведущий есть.",
        ["Reasons-uk"] = "Згодні: вечірня зустріч допоможе тим, хто вдень працює. Приміщення і ведучий є.",
    };

    public static readonly IReadOnlyDictionary<string, string?> Step = new Dictionary<string, string?>
    {
        ["Text-en"] = "The first evening language café was held.", ["Text-ru"] = "Состоялось первое вечернее языковое кафе.", ["Text-uk"] = "Відбулося перше вечірнє мовне кафе.",
    };

    public static readonly IReadOnlyDictionary<string, string?> Tours = new Dictionary<string, string?>
    {
        ["Title-et"] = "Tutvustav ringkäik igas linnaosas", ["Title-en"] = "An introductory walk in every district", ["Title-uk"] = "Ознайомча прогулянка в кожному районі",
        ["Text-et"] = "Uued elanikud tunnevad kesklinna, aga mitte oma linnaosa asutusi.",
        ["Text-en"] = "New residents know the centre, but not the institutions of their own district.",
        ["Text-uk"] = "Нові мешканці знають центр міста, але не установи свого району.",
    };
}
