using Loim.Data;
using Loim.Modules;
using Loim.People;
using Loim.Web;
using Loim.Web.Forms;

namespace Loim.Cases.Enquiries.Logging;

/// <summary>What is asked of an enquiry, when it is logged and when it is set right.</summary>
internal sealed class EnquiryForm : FormModel
{
    public static readonly (string Value, string TextKey)[] ServiceOptions = [.. Enquiries.Services.All.Select(s => (s, $"service.{s}"))];
    public static readonly (string Value, string TextKey)[] TopicOptions = [.. Enquiries.Topics.All.Select(t => (t, $"topic.{t}"))];
    public static readonly (string Value, string TextKey)[] Channels = [.. Enum.GetNames<Channel>().Select(c => (c, $"channel.{c}"))];
    public static readonly (string Value, string TextKey)[] Languages = [.. Enum.GetNames<SpokenLanguage>().Select(l => (l, $"language.{l}"))];
    public static readonly (string Value, string TextKey)[] Outcomes = [.. Enum.GetNames<Outcome>().Select(o => (o, $"outcome.{o}"))];

    public PersonField Person { get; } = new();
    public ChoicesField Services { get; } = new(ServiceOptions) { Required = true };
    public ChoicesField Topics { get; } = new(TopicOptions);
    public ChoiceField Channel { get; } = new(Channels) { Required = true };
    public ChoiceField Language { get; } = new(Languages) { Required = true };
    public NumberField Minutes { get; } = new() { Required = true, Min = 1, Max = Enquiry.MostMinutes };
    public ChoiceField Outcome { get; } = new() { Required = true };
    public TextField SentTo { get; } = new() { Max = 200 };
    public TextField Note { get; } = new() { Max = 4000 };
    public ChoiceField Line { get; } = new();
    public DateField Day { get; } = new() { Required = true };

    /// <summary>Id of the request for help that it is logged of; it goes along with the form, also by way of another page.</summary>
    public TextField Request { get; } = new() { Max = 36 };

    /// <summary>Whether something stands below the fold that must be seen.</summary>
    public bool HasMore => new Field[] { Note, Line, Day }.Any(f => f.Error is not null)
        || Note.Value is not null || Line.Value is not null;

    public void Prepare(Wording words, DateOnly today)
    {
        Day.Max = Day.Value = today;
        Channel.Value = nameof(Enquiries.Channel.Desk);
        Outcome.Options = [.. Enum.GetNames<Outcome>().Select(o => new Option(o, words[$"outcome.{o}"], words[$"outcome.{o}.hint"]))];
    }

    /// <summary>What was asked in writing need not be typed once more.</summary>
    public void Carry(Guid request, HelpWords asked, Reading reading)
    {
        Request.Value = $"{request}";
        Note.Value = reading.Open(request, asked.Text);
        Channel.Value = nameof(Enquiries.Channel.Email);
        Language.Value = Array.Find(WrittenLanguages.All, l => l.Value == asked.Language).TextKey?["language.".Length..];
    }

    /// <returns>False when a rule refuses an answer; it is told so beside the field.</returns>
    public bool Obeys(Wording words)
    {
        if (Outcome.Value == nameof(Enquiries.Outcome.Referred) && SentTo.Value is null) { Fail(SentTo, words["sent-to.missing"]); }
        return !IsWrong;
    }

    public EnquiryAnswers Answers => new()
    {
        Day = Day.Value!.Value,
        Channel = Enum.Parse<Channel>(Channel.Value!),
        Outcome = Enum.Parse<Outcome>(Outcome.Value!),
        Language = Enum.Parse<SpokenLanguage>(Language.Value!),
        Minutes = Minutes.Value,
        SentTo = SentTo.Value,
        Services = Services.Values,
        Topics = Topics.Values,
        Person = Person.Id,
        PlanLine = Line.Id,
        Note = Note.Value,
    };

    public void Read(Enquiry enquiry, Reading reading)
    {
        (Person.Id, Day.Value, Line.Id, SentTo.Value) = (enquiry.PersonId, enquiry.Day, enquiry.PlanLine, enquiry.SentTo);
        (Channel.Value, Language.Value, Outcome.Value) = (enquiry.Channel.ToString(), enquiry.Language?.ToString(), enquiry.Outcome.ToString());
        Minutes.Value = enquiry.Minutes;
        Services.Values = [.. enquiry.Services];
        Topics.Values = [.. enquiry.Topics];
        Note.Value = enquiry.Note is { } note ? reading.Open(enquiry.PersonId ?? Guid.Empty, note, Enquiry.NotePlace(enquiry.Id)) : null;
    }
}
