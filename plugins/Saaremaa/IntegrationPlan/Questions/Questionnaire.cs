namespace Saaremaa.IntegrationPlan.Questions;

/// <summary>What is asked, by version. A version that plans were made with is never changed: a better set of questions is a new one,
/// a better wording a new question. Texts: <c>question.{key}</c>.</summary>
/// <remarks>Source: SRM-05.</remarks>
internal static class Questionnaire
{
    public const int Current = 2;

    public static readonly IReadOnlyDictionary<int, IReadOnlyList<string>> Versions = new Dictionary<int, IReadOnlyList<string>>
    {
        [1] = ["languages", "work", "studies", "housing", "family"],
        [2] = ["wishes", "languages", "work", "studies", "housing", "family", "e-services", "community"],
    };
}
