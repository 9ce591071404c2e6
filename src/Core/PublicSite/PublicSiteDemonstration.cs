using Loim.Data;
using Loim.Modules;
using Loim.PublicSite.Help;
using Loim.PublicSite.Pages;

namespace Loim.PublicSite;

/// <summary>Two pages in every language, and a letter that waits.</summary>
internal sealed class PublicSiteDemonstration(PublicSiteDb db, Work work, TimeProvider time) : IDemonstration
{
    public Task Add(Scenery scenery, CancellationToken ct) => work.Do(() =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var steps = new InfoPage { Slug = "first-steps", Position = 1 };
        steps.Write("et", "Esimesed sammud", "Isikukood, elukoht, perearst", "Registreeri oma elukoht kuu aja jooksul pärast saabumist. Siis saad valida perearsti ja küsida lasteaiakohta.\n\nVõta kaasa pass või ID-kaart ja üürileping.", now);
        steps.Write("en", "First steps", "Personal code, residence, family doctor", "Register your residence within a month of arriving. Then you can choose a family doctor and ask for a kindergarten place.\n\nBring your passport or ID card and the lease.", now);
        steps.Write("ru", "Первые шаги", "Личный код, место жительства, семейный врач", "Зарегистрируйте место жительства в течение месяца после приезда. После этого можно выбрать семейного врача и попросить место в детском саду.\n\nВозьмите паспорт или ID-карту и договор аренды.", now);
        steps.Write("uk", "Перші кроки", "Особистий код, місце проживання, сімейний лікар", "Зареєструйте місце проживання протягом місяця після приїзду. Після цього можна обрати сімейного лікаря й попросити місце в дитячому садку.\n\nВізьміть паспорт або ID-картку й договір оренди.", now);
        var learning = new InfoPage { Slug = "estonian", Position = 2 };
        learning.Write("et", "Eesti keele õppimine", "Kursused, keelekohvik, keelesõber", "Riigi keelekursused on tasuta, ka päris algajale. Kursusele registreeritakse veebis; kui sul arvutit ei ole, tule meie juurde, aitame.\n\nKeelekohvikus räägitakse lihtsalt ja rahulikult. Registreeruda ei ole vaja ja vigu ei karda keegi.\n\nKeelesõber on inimene, kellega kohtud paar korda kuus ja räägid eesti keeles sellest, mis sind huvitab. Küsi keelesõpra meilt.", now);
        learning.Write("en", "Learning Estonian", "Courses, language café, language friend", "The state’s language courses are free, for complete beginners too. You register online; if you have no computer, come to us and we will help.\n\nIn the language café people speak simply and calmly. You need not register, and nobody minds mistakes.\n\nA language friend is somebody you meet a few times a month to talk in Estonian about what interests you. Ask us for one.", now);
        learning.Write("ru", "Изучение эстонского языка", "Курсы, языковое кафе, языковой друг", "Государственные языковые курсы бесплатны, в том числе для начинающих с нуля. На курс записываются в интернете; если у вас нет компьютера, приходите к нам, мы поможем.\n\nВ языковом кафе говорят просто и не спеша. Записываться не нужно, и ошибок никто не боится.\n\nЯзыковой друг — это человек, с которым вы встречаетесь несколько раз в месяц и говорите по-эстонски о том, что вам интересно. Обратитесь к нам, и мы найдём вам языкового друга.", now);
        learning.Write("uk", "Вивчення естонської мови", "Курси, мовне кафе, мовний друг", "Державні мовні курси безкоштовні, зокрема для тих, хто починає з нуля. На курс записуються в інтернеті; якщо у вас немає комп’ютера, приходьте до нас, ми допоможемо.\n\nУ мовному кафе говорять просто й неквапливо. Записуватися не потрібно, і помилок ніхто не боїться.\n\nМовний друг — це людина, з якою ви зустрічаєтеся кілька разів на місяць і розмовляєте естонською про те, що вам цікаво. Зверніться до нас, і ми знайдемо вам мовного друга.", now);
        foreach (var page in new[] { steps, learning })
        {
            page.Review(scenery.Today);
            page.Publish(now);
        }
        db.AddRange(steps, learning, new HelpRequest
        {
            ArrivedAt = now.AddHours(-3), Language = "uk", Contact = Secret.Of("newcomer@example.ee"), Text = Secret.Of("Добрий день! Шукаю курс естонської ввечері, бо вдень працюю."),
        });
    });
}
