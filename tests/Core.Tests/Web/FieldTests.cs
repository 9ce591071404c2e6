using System.Globalization;
using Loim.Core.Tests.Web.Samples;
using Loim.Web;
using Loim.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Loim.Core.Tests.Web;

/// <summary>What is typed means the same in every language; what is wrong is answered in it, and nothing typed is lost.</summary>
public sealed class FieldTests
{
    private static readonly string[] Languages = ["et", "en", "ru", "uk"];

    public static TheoryData<string, string, string, string> Right => Each(
        ("Amount", "12,50", "1250"), ("Amount", "12.50", "1250"), ("Amount", "1 234,5", "123450"), ("Amount", "1 285,60", "128560"),
        ("Amount", "1\u00a0285,60 €", "128560"), ("Amount", "1.285,60", "128560"), ("Amount", "1,285.60", "128560"), ("Amount", "7", "700"),
        ("Amount", "1285.6", "128560"), ("Amount", "0", "0"),
        ("Day", "31.12.2025", "2025-12-31"), ("Day", "2025-12-31", "2025-12-31"), ("Day", "1.2.2025", "2025-02-01"), ("Day", " 31. 12. 2025 ", "2025-12-31"),
        ("Time", "17.30", "17:30"), ("Time", "17:30", "17:30"), ("Time", "9.05", "09:05"),
        ("Minutes", "20", "20"), ("Minutes", " 600 ", "600"),
        ("Name", "Õnne Ülo", "Õnne Ülo"), ("Name", "Марічка", "Марічка"), ("Name", "مريم", "مريم"), ("Name", "<script>x</script>", "<script>x</script>"),
        ("Name", "' OR 1=1 --", "' OR 1=1 --"), ("Name", " a\0b\u0007 ", "ab"), ("Name", "O\u0308o", "Öo"));

    public static TheoryData<string, string, string, string> Wrong => Each(
        ("Amount", "12,505", "field.money"), ("Amount", "1,285", "field.money"), ("Amount", "abc", "field.money"), ("Amount", "12,50,10", "field.money"),
        ("Amount", "-5", "field.min"), ("Amount", "1000000,01", "field.max"), ("Amount", "99999999999999999999", "field.money"), ("Amount", "' OR 1=1", "field.money"),
        ("Amount", "٥", "field.money"), ("Amount", "1e5", "field.money"),
        ("Day", "31.12.25", "field.year"), ("Day", "31/12/25", "field.year"), ("Day", "30.02.2025", "field.day"), ("Day", "12/31/2025", "field.day"),
        ("Day", "homme", "field.day"), ("Day", "01.01.1999", "field.day-min"), ("Day", "01.01.2031", "field.day-max"), ("Day", "<b>", "field.day"),
        ("Time", "25.00", "field.time"), ("Time", "half six", "field.time"), ("Time", "17.5", "field.time"),
        ("Minutes", "12,5", "field.number"), ("Minutes", "0", "field.min"), ("Minutes", "601", "field.max"), ("Minutes", "kümme", "field.number"),
        ("Minutes", "99999999999", "field.number"), ("Minutes", "-3", "field.min"),
        ("Name", "", "field.required"), ("Name", "   ", "field.required"), ("Name", "\0", "field.required"), ("Name", new string('õ', 21), "field.too-long"),
        ("Channel", "pigeon", "field.choice"), ("Topics", "pigeon", "field.choice"));

    [Theory, MemberData(nameof(Right))]
    public void What_is_right_is_read(string language, string field, string typed, string meaning)
    {
        var (form, _) = Typed(language, field, typed);
        form.Fields.Single(f => f.Name == field).Error.ShouldBeNull();
        Meaning(form, field).ShouldBe(meaning);
    }

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_answered_beside_the_field_in_the_readers_language(string language, string field, string typed, string key)
    {
        var (form, words) = Typed(language, field, typed);
        var wrong = form.Fields.Single(f => f.Name == field);
        wrong.Error.ShouldNotBeNull();
        var text = (words.Find(key) ?? words.Find($"{key}#other") ?? words.Find($"{key}#many")).ShouldNotBeNull();
        wrong.Error.ShouldStartWith(text[..Math.Max(1, text.IndexOf('{') < 0 ? text.Length : text.IndexOf('{'))]);
        wrong.Error.ShouldNotContain("{");
        wrong.Raw.ToString().ShouldBe(typed, "what was typed is kept");
    }

    [Fact]
    public void Required_choices_and_boxes_must_be_made()
    {
        CultureInfo.CurrentUICulture = new("en");
        var form = new RequiredForm();
        form.Fill(new FormCollection([]));
        form.Check(new Texts().Of(typeof(Texts))).ShouldBeFalse();
        form.Fields.Select(f => f.Error).ShouldAllBe(e => e != null);
        form.Fields.Select(f => f.Name).ShouldBe(["One", "Many", "Box", "File"]);
    }

    [Fact]
    public void A_rule_is_asked_anew_each_time()
    {
        var (form, words) = Typed("et", "Name", "Mari");
        form.Fail(form.Name, "taken");
        form.IsWrong.ShouldBeTrue();
        form.Check(words).ShouldBeTrue();
        form.IsWrong.ShouldBeFalse();
    }

    [Theory, InlineData("et"), InlineData("en"), InlineData("ru"), InlineData("uk")]
    public void What_a_page_fills_in_reads_back_as_itself(string language)
    {
        CultureInfo.CurrentUICulture = new(language);
        var form = new EveryField { Amount = { Value = 128560 }, Day = { Value = new(2025, 10, 14) }, Time = { Value = new(9, 5) }, Minutes = { Value = 600 } };
        (form.Amount.Value, form.Day.Value, form.Time.Value, form.Minutes.Value).ShouldBe((128560, new(2025, 10, 14), new(9, 5), 600));
    }

    private static (EveryField Form, Wording Words) Typed(string language, string field, string typed)
    {
        CultureInfo.CurrentUICulture = new(language);
        var form = new EveryField();
        form.Fill(new FormCollection(new Dictionary<string, StringValues> { ["Name"] = "Mari", [field] = typed }));
        var words = new Texts().Of(typeof(Texts));
        form.Check(words);
        return (form, words);
    }

    private static string? Meaning(EveryField form, string field) => field switch
    {
        "Amount" => form.Amount.Value?.ToString(CultureInfo.InvariantCulture),
        "Day" => form.Day.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "Time" => form.Time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture),
        "Minutes" => form.Minutes.Value?.ToString(CultureInfo.InvariantCulture),
        _ => form.Name.Value,
    };

    private static TheoryData<string, string, string, string> Each(params (string Field, string Typed, string Expected)[] rows)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var language in Languages)
        {
            foreach (var (field, typed, expected) in rows) { data.Add(language, field, typed, expected); }
        }
        return data;
    }

    private sealed class RequiredForm : FormModel
    {
        public ChoiceField One { get; } = new(("a", "a")) { Required = true };
        public ChoicesField Many { get; } = new(("a", "a")) { Required = true };
        public CheckField Box { get; } = new() { Required = true };
        public FileField File { get; } = new() { Required = true };
    }
}
