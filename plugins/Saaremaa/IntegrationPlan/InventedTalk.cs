namespace Saaremaa.IntegrationPlan;

/// <summary>What invented people said and agreed on, in the language of their copy.</summary>
internal sealed record InventedTalk(IReadOnlyDictionary<string, string> Said, (string Goal, (string Step, Steps.Doer Doer)[] Steps)[] Aims)
{
    private static readonly string[] Questions = ["wishes", "languages", "work", "studies", "housing", "family", "e-services", "community"];

    private static readonly Dictionary<string, InventedTalk[]> Known = new Dictionary<string, InventedTalk[]>
    {
        ["et"] =
        [
            Of(["Tahan aasta pärast teha oma erialast tööd.", "Räägin eesti keelt kodus, kirjutada on raske.", "Olin Soomes keevitaja, siin otsin sama tööd.", "Kutsekool, tunnistus on soomekeelne.", "Elan vanemate juures maal.", "Elukaaslane tuleb sügisel järele.", "ID-kaart on olemas, PIN-koode ei ole kasutanud.", "Laulan külakooris."],
                ("Erialane töö", "Tunnistuse tõlkimine", "Karjäärinõustamine", "Kohtumine kahe tööandjaga"), ("Oma kodu", "Üürikuulutuste vaatamine", "Nõu üürilepingu kohta", "Elukoha registreerimine")),
            Of(["Soovin, et lapsed oleksid siin kodus.", "Lapsed räägivad omavahel inglise keelt.", "Töötan kodust, tööandja on välismaal.", "Kõrgharidus.", "Oma maja vajab remonti.", "Kolm last, noorim läheb lasteaeda.", "E-teenused on selged.", "Tahaks leida teisi tagasi tulnud peresid."],
                ("Lapsed koolis ja lasteaias", "Lasteaiakoha taotlus", "Eesti keele lisatunnid", "Kohtumine kooli tugispetsialistiga"), ("Seltskond", "Vallalehe tellimine", "Perede kokkusaamine", "Huviringide tutvustus")),
        ],
        ["en"] =
        [
            Of(["To work in my own field within a year.", "English and Arabic; some Estonian at the shop.", "Part-time in a kitchen; I was a bookkeeper.", "University degree, not recognised yet.", "A rented flat, the lease runs until spring.", "I am here with my brother.", "I have the ID card and have not used the PIN codes.", "The football club on Saturdays."],
                ("Estonian at level A2", "Registering for a course", "Language café on Tuesdays", "Finding a language friend"), ("Work in my field", "Application for recognition of the diploma", "Career counselling", "A day at an accountant’s office")),
            Of(["My wife to find friends here.", "Spanish and English, Estonian from the beginning.", "I work at the shipyard, in shifts.", "Vocational school.", "We live with friends in the country.", "Two children at school.", "The e-prescription works, taxes do not.", "Nobody yet; we like the sea."],
                ("A home of our own", "Looking through rental notices", "Advice on the lease", "Registration of residence"), ("People to be with", "Volunteering at the harbour festival", "Sea-swimming group", "The school’s parents’ evening")),
        ],
        ["ru"] =
        [
            Of(["Хочу сдать экзамен A2 и работать с людьми.", "Русский и украинский, эстонский понимаю в магазине.", "Убираю в гостинице, раньше была воспитательницей.", "Педагогический колледж, диплом не признан.", "Снимаю комнату в Курессааре.", "Взрослый сын живёт в Таллинне.", "ID-карта есть, нужна помощь с декларацией.", "Хожу в библиотеку."],
                ("Эстонский на уровне A2", "Записаться на курс", "Языковое кафе по вторникам", "Найти языкового друга"), ("Работа по специальности", "Заявление о признании диплома", "Карьерное консультирование", "День в детском саду")),
        ],
        ["uk"] =
        [
            Of(["Хочу, щоб діти почувалися тут як удома.", "Українська й російська, естонською вмію вітатися.", "Працюю на кухні неповний день, раніше була бухгалтеркою.", "Вища освіта, диплом ще не визнано.", "Орендую квартиру, договір до весни.", "Двоє дітей у школі, чоловік на роботі в Таллінні.", "ID-картка є, PIN-кодами ще не користувалася.", "Співаю в хорі, друзів мало."],
                ("Естонська на рівні B1", "Записатися на курс", "Мовне кафе щовівторка", "Знайти мовного друга"), ("Робота за фахом", "Заява про визнання диплома", "Кар’єрна консультація", "День у бухгалтерії")),
            Of(["Хочу знайти роботу на повний день.", "Українська, трохи англійська; естонська A1.", "Шукаю роботу, підійшли б зміни в Курессааре.", "Закінчив профтехучилище.", "Живу у знайомих за містом.", "Я тут сам, батьки в Житомирі.", "Е-рецепт знаю, з рештою потрібна допомога.", "Граю у волейбол."],
                ("Повний робочий день", "Резюме естонською", "Реєстрація в касі з безробіття", "Зустріч із роботодавцем"), ("Власне житло", "Перегляд оголошень", "Перевірка договору оренди", "Реєстрація місця проживання")),
        ],
    };

    public static InventedTalk In(string language, int index) => Known[language][index % Known[language].Length];

    private static InventedTalk Of(string[] said, params (string Goal, string Own, string Partner, string Together)[] aims) => new(
        Questions.Zip(said).ToDictionary(pair => pair.First, pair => pair.Second),
        [.. aims.Select(a => (a.Goal, new[] { (a.Own, Steps.Doer.Person), (a.Partner, Steps.Doer.Partner), (a.Together, Steps.Doer.Municipality) }))]);
}
