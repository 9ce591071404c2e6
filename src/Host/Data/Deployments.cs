using System.Text.Json;
using Loim.Modules;

namespace Loim.Host.Data;

/// <summary>The deployments beside the host: a folder each, with <c>deployment.json</c> in it. One that lies elsewhere is named by its path.</summary>
internal static class Deployments
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string IdOf(string deployment) => Path.GetFileName(Path.TrimEndingDirectorySeparator(deployment));

    /// <summary>As the data folder remembers it, whatever the working folder is.</summary>
    public static string Stored(string deployment) => deployment == IdOf(deployment) ? deployment : Path.GetFullPath(deployment);

    public static Deployment Read(string deployment)
    {
        var file = FileOf(deployment);
        if (!File.Exists(file)) { throw new Refusal($"There is no deployment {deployment}; {file} is missing."); }
        try { return JsonSerializer.Deserialize<Deployment>(File.ReadAllText(file), Json)! with { Id = IdOf(deployment) }; }
        catch (JsonException e) { throw new Refusal($"{file} cannot be read: {e.Message}"); }
    }

    /// <summary>Settings by module: the deployment's, then what was changed in the database, then <c>LOIM_{module}__{name}</c> of the environment.</summary>
    public static IConfiguration SettingsOf(string deployment, IEnumerable<KeyValuePair<string, string?>> changed) => new ConfigurationBuilder()
        .AddConfiguration(new ConfigurationBuilder().AddJsonFile(FileOf(deployment)).Build().GetSection("settings"))
        .AddInMemoryCollection(changed).AddEnvironmentVariables("LOIM_").Build();

    private static string FileOf(string deployment) =>
        Path.Combine(deployment == IdOf(deployment) ? Path.Combine(AppContext.BaseDirectory, "deployments", deployment) : Path.GetFullPath(deployment), "deployment.json");
}
