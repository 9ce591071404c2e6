using Loim.Data;
using Loim.Modules;
using Loim.PublicSite.Help;
using Loim.PublicSite.Pages;

namespace Loim.PublicSite;

/// <summary>Two pages, one of them not translated everywhere, and a letter that waits.</summary>
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
        learning.Write("et", "Eesti keele õppimine", "Kursused, keelekohvik, keelesõber", "Keelekursused on tasuta. Keelekohvikus saab rääkida igaüks, ka päris algaja.", now);
        learning.Write("en", "Learning Estonian", "Courses, language café, language friend", "Language courses are free. In the language café everyone may speak, complete beginners too.", now);
        learning.Write("uk", "Вивчення естонської", "Курси, мовне кафе, мовний друг", "Мовні курси безкоштовні. У мовному кафе може говорити кожен, навіть початківець.", now.AddMinutes(-1));
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
