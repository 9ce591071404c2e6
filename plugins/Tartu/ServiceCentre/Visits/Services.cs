using Tartu.ServiceCentre.Registry;

namespace Tartu.ServiceCentre.Visits;

/// <summary>Codes of what is done at the desk; named by the texts <c>service.{code}</c>.</summary>
internal static class Services
{
    /// <summary>Tallied by a key, never part of a visit.</summary>
    public const string BusCard = "bus-card";

    /// <summary>Applications: each is made in somebody's name.</summary>
    public static IReadOnlyList<string> InAName { get; } = Enum.GetNames<RegistryKind>();

    public static IReadOnlyList<string> All { get; } =
        [nameof(RegistryKind.PersonalCode), nameof(RegistryKind.Residence), "information", "advice", "application", "digital", "interpretation"];
}

/// <summary>Codes of the topics; named by the texts <c>topic.{code}</c>.</summary>
internal static class Topics
{
    public static IReadOnlyList<string> All { get; } = ["permit", "language", "work", "studies", "school", "housing", "health", "benefits", "family", "other"];
}
