namespace Loim.Cases.Enquiries;

/// <summary>Codes of the services; named by the texts <c>service.{code}</c>.</summary>
internal static class Services
{
    public static readonly string[] Given = ["information", "advice", "application", "registry", "accompaniment", "interpretation", "digital"];

    /// <summary>Given without a word about oneself: one key, one service.</summary>
    public static readonly string[] Tallied = ["way", "leaflet"];

    public static readonly string[] All = [.. Given, .. Tallied];
}

/// <summary>Codes of the topics; named by the texts <c>topic.{code}</c>.</summary>
internal static class Topics
{
    public static readonly string[] All =
        ["residence", "personal-code", "permit", "language", "work", "school", "housing", "benefits", "health", "digital", "other"];
}
