using Loim.Web.Forms;

namespace Saaremaa.IntegrationPlan.Questions;

/// <summary>A field for each question of any version; a page shows those of its plan's.</summary>
public abstract class AnswerForm : FormModel
{
    public TextField Wishes { get; } = new() { Max = Answer.Longest };
    public TextField Languages { get; } = new() { Max = Answer.Longest };
    public TextField Work { get; } = new() { Max = Answer.Longest };
    public TextField Studies { get; } = new() { Max = Answer.Longest };
    public TextField Housing { get; } = new() { Max = Answer.Longest };
    public TextField Family { get; } = new() { Max = Answer.Longest };
    public TextField EServices { get; } = new() { Max = Answer.Longest };
    public TextField Community { get; } = new() { Max = Answer.Longest };

    public TextField Of(string question) => question switch
    {
        "wishes" => Wishes,
        "languages" => Languages,
        "work" => Work,
        "studies" => Studies,
        "housing" => Housing,
        "family" => Family,
        "e-services" => EServices,
        "community" => Community,
        _ => throw new ArgumentException($"No field holds the question {question}.", nameof(question)),
    };

    public bool IsEmpty(int version) => Questionnaire.Versions[version].All(q => Of(q).Value is null);
}
