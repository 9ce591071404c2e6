namespace Rakvere.Library;

/// <summary>Language café and community house of the county central library, kept jointly with the municipality's events.</summary>
internal sealed class LibraryModule : Module
{
    public override IReadOnlyList<string> Requires => ["events", "programme"];
}
