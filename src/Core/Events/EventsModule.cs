using Loim.Modules;

namespace Loim.Events;

/// <summary>Events of the municipality and its partners: language cafés, info days, clubs, with their headcounts.</summary>
internal sealed class EventsModule : Module
{
    public override IReadOnlyList<string> Requires => ["people", "letters", "programme"];
}
